/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { diffObjects } from './diffObjects';

const object = (rest: object, metadata: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a', ...metadata },
  ...rest,
});

describe('diffObjects', () => {
  it('names each changed value with its pointer', () => {
    expect(
      diffObjects(
        object({ data: { same: 1, 'a/b~c': 1, gone: 1 }, list: [1, { x: 1 }] }),
        object({
          data: { same: 1, 'a/b~c': 2, more: 1 },
          list: [1, { x: 2 }, 3],
        }),
      ),
    ).toEqual([
      { path: '/data/a~1b~0c', op: 'replace', before: 1, after: 2 },
      { path: '/data/gone', op: 'remove', before: 1 },
      { path: '/data/more', op: 'add', after: 1 },
      { path: '/list/1/x', op: 'replace', before: 1, after: 2 },
      { path: '/list/2', op: 'add', after: 3 },
    ]);
  });

  it('sees a value of another type as a whole, and null as a value', () => {
    expect(
      diffObjects(object({ a: { x: 1 }, b: 1 }), object({ a: [1], b: null })),
    ).toEqual([
      { path: '/a', op: 'replace', before: { x: 1 }, after: [1] },
      { path: '/b', op: 'replace', before: 1, after: null },
    ]);
  });

  it('leaves out what the API server keeps about the object', () => {
    expect(
      diffObjects(
        object({ status: 1 }, { uid: '1', managedFields: [], generation: 1 }),
        object({ status: 2 }, { uid: '2', managedFields: [1], generation: 2 }),
      ),
    ).toEqual([]);
  });
});
