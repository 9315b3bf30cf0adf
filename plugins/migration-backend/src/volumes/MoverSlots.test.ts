/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { MoverSlots, whatIsFull } from './MoverSlots';

const mover = (nodeName?: string, phase = 'Running'): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'mover' },
  spec: { nodeName, containers: [{ name: 'mover' }] },
  status: { phase },
});

describe('MoverSlots', () => {
  it.each([
    ['no limit', [mover('a'), mover('b')], {}, 'a', undefined],
    ['room', [mover('a')], { moversPerCluster: 2 }, 'a', undefined],
    [
      'a full cluster',
      [mover('a'), mover('b')],
      { moversPerCluster: 2 },
      'c',
      /2 are running and moversPerCluster is 2/,
    ],
    [
      'those that have ended',
      [mover('a', 'Succeeded'), mover('a', 'Failed')],
      { moversPerCluster: 1, moversPerNode: 1 },
      'a',
      undefined,
    ],
    [
      'those that are not scheduled yet',
      [mover(undefined, 'Pending')],
      { moversPerCluster: 1 },
      undefined,
      /moversPerCluster/,
    ],
    [
      'a full node',
      [mover('a'), mover('b')],
      { moversPerCluster: 9, moversPerNode: 1 },
      'a',
      /on node a and moversPerNode is 1/,
    ],
    ['another node', [mover('a')], { moversPerNode: 1 }, 'b', undefined],
    [
      'a node that the scheduler chooses',
      [mover('a')],
      { moversPerNode: 1 },
      undefined,
      undefined,
    ],
  ])('sees %s', (_, movers, limits, node, full) => {
    const found = whatIsFull(movers, limits, node);
    if (full) {
      expect(found).toMatch(full);
    } else {
      expect(found).toBeUndefined();
    }
  });

  it('lets no two in at once where there is one place', async () => {
    const movers: KubernetesObject[] = [];
    const cluster = {
      name: 'source',
      list: async () => [...movers],
    } as Partial<ClusterClient> as ClusterClient;
    const slots = new MoverSlots();
    const create = async () => {
      await new Promise(resolve => setTimeout(resolve, 10));
      movers.push(mover('a'));
      return 'made';
    };
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        slots.take(cluster, { moversPerCluster: 1 }, undefined, create),
      ),
    );
    expect(answers).toEqual([
      { taken: 'made' },
      { waitingFor: expect.stringContaining('source') },
      { waitingFor: expect.stringContaining('moversPerCluster is 1') },
    ]);
    expect(movers).toHaveLength(1);
  });
});
