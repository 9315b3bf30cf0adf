/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ObjectSelection } from '@namespace-migration/plugin-migration-common';
import { selectionOf } from './selection';

const kind = (name: string) => {
  const [resource, ...group] = name.split('.');
  return { resource, group: group.join('.') };
};
const takes = (
  name: string,
  objects: ObjectSelection,
  excludedKinds: string[] = [],
) => selectionOf({ objects, options: { excludedKinds } }).takesKind(kind(name));

it.each<[string, ObjectSelection, string[], boolean]>([
  ['configmaps', {}, [], true],
  ['widgets.example.org', {}, [], true],
  ['events', {}, [], false],
  ['events', { alsoKinds: ['events'] }, [], true],
  ['events', { includedKinds: ['events'] }, [], true],
  ['secrets', { includedKinds: ['configmaps'] }, [], false],
  ['deployments.apps', { includedKinds: ['*.apps'] }, [], true],
  ['deployments.apps', { includedKinds: ['deployments'] }, [], true],
  ['deployments.apps', {}, ['*.apps'], false],
  ['deployments.apps', {}, ['deployments.apps'], false],
  ['deployments.apps', {}, ['deployments.extensions'], true],
  ['events', { alsoKinds: ['events'] }, ['events'], false],
  // claims belong to the volume engines, whatever is asked
  [
    'persistentvolumeclaims',
    { alsoKinds: ['persistentvolumeclaims'] },
    [],
    false,
  ],
])('%s with %j without %j: %s', (name, objects, excluded, expected) => {
  expect(takes(name, objects, excluded)).toBe(expected);
});

describe('takesObject', () => {
  const object = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
  };
  const name = { kind: 'ConfigMap', name: 'web' };
  it.each<[ObjectSelection, boolean]>([
    [{}, true],
    [{ labelSelector: 'app=web' }, true],
    [{ labelSelector: 'app!=web' }, false],
    [{ includedObjects: [name] }, true],
    [{ includedObjects: [{ ...name, name: 'api' }] }, false],
    [{ includedObjects: [{ ...name, namespace: 'other' }] }, false],
    [{ excludedObjects: [name] }, false],
    [{ excludedObjects: [{ ...name, apiVersion: 'v2' }] }, true],
    [{ excludedObjects: [{ ...name, kind: 'Secret' }] }, true],
    [{ includedObjects: [name], excludedObjects: [name] }, false],
  ])('%j: %s', (objects, expected) => {
    expect(selectionOf({ objects }).takesObject(object)).toBe(expected);
  });
});
