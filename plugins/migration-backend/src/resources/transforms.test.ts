/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ObjectTransform } from '@namespace-migration/plugin-migration-common';
import { sanitise } from './sanitise';
import { addObjectTransform, forgetObjectTransforms } from './transforms';

const object = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
  data: { url: 'old', list: 'x' },
};
const transformed = (...transforms: ObjectTransform[]) =>
  sanitise(object, {
    namespaces: { shop: 'moved' },
    storageClasses: {},
    claims: {},
    transforms,
  });
const setUrl = (
  target: object,
  ...before: ObjectTransform['patch']
): ObjectTransform => ({
  name: 'set-url',
  target: { kind: 'ConfigMap', ...target },
  patch: [...before, { op: 'replace', path: '/data/url', value: 'new' }],
});

afterEach(forgetObjectTransforms);

it.each<[object, string]>([
  [{}, 'new'],
  [{ name: 'web' }, 'new'],
  [{ name: 'api' }, 'old'],
  [{ kind: 'Secret' }, 'old'],
  [{ apiVersion: 'v2' }, 'old'],
  // as on the source
  [{ namespace: 'shop' }, 'new'],
  [{ namespace: 'moved' }, 'old'],
  [{ labelSelector: 'app=web' }, 'new'],
  [{ labelSelector: 'app!=web' }, 'old'],
])('target %j: %s', (target, url) => {
  expect(transformed(setUrl(target)).data.url).toBe(url);
});

it('comes after the rules, in order, and leaves the original alone', () => {
  const before = JSON.stringify(object);
  const result = transformed(
    setUrl({}, { op: 'test', path: '/metadata/namespace', value: 'moved' }),
    {
      name: 'second',
      target: { kind: 'ConfigMap' },
      patch: [{ op: 'copy', from: '/data/url', path: '/data/copy' }],
    },
  );
  expect(result.data).toEqual({ url: 'new', list: 'x', copy: 'new' });
  expect(JSON.stringify(object)).toBe(before);
});

it('a test that fails leaves the object as it is', () => {
  expect(
    transformed({
      name: 't',
      target: { kind: 'ConfigMap' },
      patch: [
        { op: 'add', path: '/data/more', value: 'y' },
        { op: 'test', path: '/data/url', value: 'other' },
      ],
    }).data,
  ).toEqual(object.data);
});

it.each(['/data/missing', '/spec/replicas', '/data/list/0'])(
  'so does a test of %s, which is not there',
  path => {
    expect(
      transformed(setUrl({}, { op: 'test', path, value: 'x' })).data,
    ).toEqual(object.data);
  },
);

it('another operation that fails names transform, object and operation', () => {
  expect(() =>
    transformed({
      name: 'drop-port',
      target: { kind: 'ConfigMap' },
      patch: [{ op: 'remove', path: '/data/port' }],
    }),
  ).toThrow(
    /^Transform drop-port fails on ConfigMap shop\/web: operation remove \/data\/port: OPERATION_PATH_UNRESOLVABLE\. /,
  );
});

it('refuses what changes the identity of the object', () => {
  expect(() =>
    transformed({
      name: 'rename',
      target: { kind: 'ConfigMap' },
      patch: [{ op: 'add', path: '/metadata', value: { name: 'x' } }],
    }),
  ).toThrow(
    /Transform rename fails on ConfigMap .*by which the object is found/,
  );
});

it('extensions come before the plan, each under its own name', () => {
  const team = {
    name: 'team',
    kinds: ['ConfigMap'],
    apply: (current: any, { original, namespaces }: any) => ({
      ...current,
      data: {
        ...current.data,
        url: `${original.metadata.namespace}>${
          namespaces[original.metadata.namespace]
        }`,
      },
    }),
  };
  addObjectTransform(team);
  expect(() => addObjectTransform(team)).toThrow(/transform team already/);
  expect(transformed().data.url).toBe('shop>moved');
  expect(transformed(setUrl({})).data.url).toBe('new');
  addObjectTransform({
    name: 'broken',
    kinds: [],
    apply: () => {
      throw new Error('no such team');
    },
  });
  expect(() => transformed()).toThrow(
    /Transform broken fails on ConfigMap shop\/web: no such team\. /,
  );
});
