/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MigrationResource } from '@namespace-migration/plugin-migration-common';
import { resourceTree } from './resourceTree';

const made = (
  group: MigrationResource['group'],
  kind: string,
  name: string,
  namespace?: string,
): MigrationResource => ({ apiVersion: 'v1', group, kind, name, namespace });

describe('resourceTree', () => {
  it('is empty without resources', () => {
    expect(resourceTree({ resources: [] })).toEqual([]);
  });

  it('puts namespaces with what is in them, and the cluster’s own first', () => {
    const tree = resourceTree({
      resources: [
        made('helper', 'Pod', 'sender', 'shop'),
        made('object', 'ConfigMap', 'b', 'shop'),
        made('object', 'ConfigMap', 'a', 'shop'),
        made('claim', 'PersistentVolumeClaim', 'data', 'shop'),
        made('namespace', 'Namespace', 'shop'),
        made('object', 'ClusterRole', 'reader'),
        made('object', 'Pod', 'web', 'shop'),
      ],
    });
    expect(tree.map(({ namespace, count }) => [namespace, count])).toEqual([
      [undefined, 1],
      ['shop', 6],
    ]);
    expect(
      tree[1].kinds.map(({ kind, helper, resources }) => [
        kind,
        helper,
        resources.map(({ name }) => name),
      ]),
    ).toEqual([
      ['Namespace', false, ['shop']],
      ['PersistentVolumeClaim', false, ['data']],
      ['ConfigMap', false, ['a', 'b']],
      ['Pod', false, ['web']],
      ['Pod', true, ['sender']],
    ]);
  });
});
