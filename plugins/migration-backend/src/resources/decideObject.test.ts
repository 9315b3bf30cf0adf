/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import { decideObject } from './decideObject';

const decided = (
  object: any,
  present: any,
  existing: PlanInput['existing'] = [],
) =>
  decideObject(
    {
      input: {
        name: 'p',
        source: 'a',
        destination: 'b',
        namespaces: [],
        existing,
      },
    },
    {
      apiVersion: 'v1',
      ...object,
      metadata: { name: 'x', ...object.metadata },
    },
    present && {
      apiVersion: 'v1',
      ...present,
      metadata: { name: 'x', uid: 'u', ...present.metadata },
    },
    'b',
  );
const result = (...args: Parameters<typeof decided>) => {
  const decision = decided(...args);
  return 'condition' in decision ? decision.condition.type : decision.action;
};
const inShop = { metadata: { namespace: 'shop' } };
const binding = (...names: string[]) => ({
  kind: 'ClusterRoleBinding',
  roleRef: { kind: 'ClusterRole', name: 'r' },
  subjects: names.map(name => ({ kind: 'User', name })),
});

it.each<[string, any, any, string]>([
  ['what is not there', { kind: 'ConfigMap', ...inShop }, undefined, 'create'],
  [
    'an equal object in a namespace',
    { kind: 'ConfigMap', ...inShop },
    { kind: 'ConfigMap', ...inShop },
    'ObjectExists',
  ],
  [
    'an equal cluster-scoped object with other labels',
    { kind: 'PriorityClass', value: 7 },
    { kind: 'PriorityClass', value: 7, metadata: { labels: { a: 'b' } } },
    'skip',
  ],
  [
    'a different cluster-scoped object',
    { kind: 'PriorityClass', value: 7 },
    { kind: 'PriorityClass', value: 8 },
    'ObjectExists',
  ],
  ['a binding that has all subjects', binding('a'), binding('b', 'a'), 'skip'],
  ['a binding that lacks one', binding('a', 'c'), binding('a'), 'ObjectExists'],
  [
    'a definition with a common version',
    {
      kind: 'CustomResourceDefinition',
      spec: { versions: [{ name: 'v1', served: true }] },
    },
    {
      kind: 'CustomResourceDefinition',
      spec: {
        versions: [
          { name: 'v2', served: true },
          { name: 'v1', served: true },
        ],
      },
    },
    'skip',
  ],
  [
    'a definition without one',
    {
      kind: 'CustomResourceDefinition',
      spec: { versions: [{ name: 'v1', served: true }] },
    },
    {
      kind: 'CustomResourceDefinition',
      spec: { versions: [{ name: 'v1', served: false }] },
    },
    'ObjectExists',
  ],
  [
    'the default service account as its cluster made it',
    {
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace: 'shop' },
    },
    {
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace: 'shop' },
      secrets: [{ name: 'default-token-x2x2x' }],
    },
    'adopt',
  ],
  [
    'the default service account that somebody changed',
    {
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace: 'shop' },
    },
    {
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace: 'shop' },
      imagePullSecrets: [{ name: 'theirs' }],
    },
    'ObjectExists',
  ],
])('%s', (_name, object, present, expected) => {
  expect(result(object, present)).toBe(expected);
});

it('adopting a binding keeps the subjects of others', () => {
  expect(
    decided(binding('a', 'c'), binding('a', 'b'), [
      { kind: 'ClusterRoleBinding', name: 'x', action: 'adopt' },
    ]),
  ).toMatchObject({
    action: 'adopt',
    object: binding('a', 'b', 'c'),
  });
});
