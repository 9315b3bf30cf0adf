/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { namespacesOfEntity } from './annotations';

const entity = (annotations?: Record<string, string>) => ({
  metadata: { annotations },
});

describe('namespacesOfEntity', () => {
  it.each([
    [{ 'namespace-migration.io/namespaces': 'shop' }, ['shop']],
    [
      { 'namespace-migration.io/namespaces': ' shop, mail ,,shop' },
      ['shop', 'mail'],
    ],
    [{ 'backstage.io/kubernetes-namespace': 'shop' }, ['shop']],
    [
      {
        'namespace-migration.io/namespaces': 'mine',
        'backstage.io/kubernetes-namespace': 'shop',
      },
      ['mine'],
    ],
    // an empty one says: none, in spite of the other
    [
      {
        'namespace-migration.io/namespaces': '',
        'backstage.io/kubernetes-namespace': 'shop',
      },
      [],
    ],
    [{}, []],
    [undefined, []],
  ])('%j', (annotations, expected) => {
    expect(namespacesOfEntity(entity(annotations as any))).toEqual(expected);
  });
});
