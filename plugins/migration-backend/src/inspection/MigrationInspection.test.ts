/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { MigrationInspection } from './MigrationInspection';

const label = 'namespace-migration.io/migration';
const pod = (
  name: string,
  migration: string,
  over: Partial<KubernetesObject> = {},
): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace: 'shop',
    labels: {
      [label]: migration,
      'namespace-migration.io/component': 'sender',
      'namespace-migration.io/volume': 'data',
    },
  },
  spec: { nodeName: 'node-1', containers: [{ name: 'mover' }] },
  status: {
    phase: 'Running',
    containerStatuses: [
      { name: 'mover', restartCount: 2, state: { running: {} } },
    ],
  },
  ...over,
});
const secret = pod('sender', 'm1', {
  kind: 'Secret',
  data: { 'tls.key': 'UFJJVkFURQ==' },
  status: undefined,
});

function fakeCluster(
  objects: KubernetesObject[],
  over: Partial<ClusterClient> = {},
): ClusterClient {
  const matching = (type: any, options: any) =>
    objects.filter(
      ({ kind, metadata }) =>
        kind === type.kind &&
        metadata.namespace === options.namespace &&
        options.labelSelector === `${label}=${metadata.labels![label]}`,
    );
  return {
    list: async (type: any, options: any) => matching(type, options),
    async *listPages(type: any, options: any) {
      yield matching(type, options);
    },
    get: async ({ kind, namespace, name }: any) =>
      objects.find(
        object =>
          object.kind === kind &&
          object.metadata.namespace === namespace &&
          object.metadata.name === name,
      ),
    logs: async () => '2026-11-23T17:00:00Z Bearer abcdef\n',
    ...over,
  } as ClusterClient;
}

function inspectionOf(
  clusters: Record<string, ClusterClient>,
  over: { endedAt?: string; leftovers?: number; records?: any[] } = {},
) {
  return new MigrationInspection({
    migrations: {
      get: async id =>
        id === 'm1'
          ? ({
              id,
              endedAt: over.endedAt,
              record: { conditions: [], leftovers: over.leftovers },
              plan: {
                input: {
                  source: 'east',
                  destination: 'west',
                  namespaces: [{ source: 'shop', destination: 'moved' }],
                },
              },
            } as any)
          : undefined,
      objectsOfMigration: async () => over.records ?? [],
    },
    hookRuns: {
      definitionsOf: async () => [
        {
          name: 'call',
          kind: 'http',
          http: {
            url: 'http://x',
            headers: { Authorization: 'Bearer abcdef' },
          },
        },
      ],
      stored: async () => [],
    },
    clusters: { client: async name => clusters[name] },
  });
}
const target = { cluster: 'east', namespace: 'shop', name: 'sender' };

describe('MigrationInspection', () => {
  it('tells records and helpers of each cluster, of Secrets the names only', async () => {
    const record = (kind: string, name: string, action = 'create') => ({
      apiVersion: 'v1',
      kind,
      namespace: kind === 'Namespace' ? '' : 'moved',
      name,
      cluster: 'west',
      action,
      state: 'verified',
      wave: 1,
      differences: [],
    });
    const found = await inspectionOf(
      {
        east: fakeCluster([pod('sender', 'm1'), pod('other', 'm2'), secret]),
        west: fakeCluster([]),
      },
      {
        records: [
          record('Namespace', 'moved'),
          record('PersistentVolumeClaim', 'data'),
          record('ConfigMap', 'left-alone', 'skip'),
        ],
      },
    ).resources('m1');
    expect(found).toMatchObject([
      {
        cluster: 'east',
        side: 'source',
        truncated: false,
        resources: [
          {
            group: 'helper',
            kind: 'Pod',
            name: 'sender',
            component: 'sender',
            volume: 'data',
            status: 'Running',
          },
          { group: 'helper', kind: 'Secret', name: 'sender' },
        ],
      },
      {
        cluster: 'west',
        side: 'destination',
        resources: [
          { group: 'namespace', name: 'moved', state: 'verified' },
          { group: 'claim', namespace: 'moved', name: 'data' },
        ],
      },
    ]);
    expect(found[1].resources).toHaveLength(2);
    expect(JSON.stringify(found)).not.toContain('UFJJVkFURQ');
  });

  it('tells records of a cluster that does not answer, and why helpers are missing', async () => {
    const down = new ClusterError(
      'west did not answer',
      0,
      'ETIMEDOUT',
      'west',
    );
    const refusing = async () => {
      throw down;
    };
    const inspection = inspectionOf({
      east: fakeCluster([pod('sender', 'm1')]),
      west: fakeCluster([], {
        list: refusing,
        // eslint-disable-next-line require-yield
        async *listPages() {
          throw down;
        },
      }),
    });
    expect(await inspection.resources('m1')).toMatchObject([
      { cluster: 'east', error: undefined },
      { cluster: 'west', error: 'west did not answer', resources: [] },
    ]);
    expect(await inspection.pods('m1')).toMatchObject({
      items: [
        {
          ...target,
          component: 'sender',
          phase: 'Running',
          node: 'node-1',
          containers: [{ name: 'mover', restarts: 2, state: 'running' }],
        },
      ],
      failed: [{ cluster: 'west', message: 'west did not answer' }],
    });
  });

  it('asks no cluster after an end that left nothing', async () => {
    const inspection = inspectionOf(
      {},
      { endedAt: '2026-11-23T17:00:00Z', leftovers: 0 },
    );
    expect(await inspection.pods('m1')).toEqual({ items: [] });
    expect(await inspection.resources('m1')).toMatchObject([
      { resources: [], error: undefined },
      { resources: [], error: undefined },
    ]);
  });

  it("reads a pod's log without the secrets of hooks", async () => {
    const inspection = inspectionOf({
      east: fakeCluster([pod('sender', 'm1')]),
    });
    expect(await inspection.log('m1', target, { tailLines: 10 })).toBe(
      '2026-11-23T17:00:00Z ***\n',
    );
  });

  it.each([
    ['of another migration', [pod('sender', 'm2')], target, undefined],
    [
      'without a label',
      [
        {
          ...pod('sender', 'm1'),
          metadata: { name: 'sender', namespace: 'shop' },
        },
      ],
      target,
      undefined,
    ],
    ['that is gone', [], target, undefined],
    [
      'in another namespace',
      [pod('sender', 'm1')],
      { ...target, namespace: 'kube-system' },
      undefined,
    ],
    [
      'on another cluster',
      [pod('sender', 'm1')],
      { ...target, cluster: 'north' },
      undefined,
    ],
    ['without the container', [pod('sender', 'm1')], target, 'app'],
  ] as Array<[string, KubernetesObject[], typeof target, string | undefined]>)(
    'has no log of a pod %s',
    async (_, objects, asked, container) => {
      const logs = jest.fn();
      const inspection = inspectionOf({
        east: fakeCluster(objects, { logs }),
      });
      await expect(
        inspection.log('m1', asked, { tailLines: 10, container }),
      ).rejects.toThrow(expect.objectContaining({ name: 'NotFoundError' }));
      expect(logs).not.toHaveBeenCalled();
    },
  );

  it.each([
    [0, 'ServiceUnavailableError'],
    [403, 'ServiceUnavailableError'],
    [404, 'NotFoundError'],
  ])('a cluster that answers %d makes it a %s', async (status, name) => {
    const inspection = inspectionOf({
      east: fakeCluster([pod('sender', 'm1')], {
        logs: async () => {
          throw new ClusterError('no', status, 'x', 'east');
        },
      }),
    });
    await expect(
      inspection.log('m1', target, { tailLines: 10 }),
    ).rejects.toThrow(expect.objectContaining({ name }));
  });
});
