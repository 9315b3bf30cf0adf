/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mockServices } from '@backstage/backend-test-utils';
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  ClusterError,
} from '@namespace-migration/plugin-migration-node';
import { Knex } from 'knex';
import {
  ANALYTICS_LOST_MS,
  AnalyticsGone,
  DatabaseAnalyticsStore,
} from '../../database/DatabaseAnalyticsStore';
import { DatabaseMeasuredRuns } from '../../database/DatabaseMeasuredRuns';
import { DatabaseMigrationStore } from '../../database/DatabaseMigrationStore';
import { DatabasePlanStore } from '../../database/DatabasePlanStore';
import { testDatabases } from '../../testing/databases';
import { AnalyticsService } from './AnalyticsService';

const databases = testDatabases();
const input: PlanInput = {
  name: 'move-shop',
  source: 'old',
  destination: 'new',
  namespaces: [{ source: 'shop' }],
};
const volume = (claim: string, change: object = {}) =>
  ({
    namespace: 'shop',
    claim,
    action: 'copy',
    copyMethod: 'direct',
    requestedBytes: 100,
    capacityBytes: 200,
    ...change,
  } as any);
const type = (apiVersion: string, kind: string) => ({
  group: apiVersion.includes('/') ? apiVersion.split('/')[0] : '',
  version: apiVersion.split('/').pop()!,
  apiVersion,
  kind,
  resource: `${kind.toLowerCase()}s`,
  namespaced: true,
  verbs: ['list', 'get', 'create'],
  preferred: true,
});
const object = (apiVersion: string, kind: string, name: string, spec = {}) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop', uid: name },
  spec,
});
const pod = { containers: [{ image: 'web:1' }, { image: 'proxy:2' }] };

/** A source with these objects; a kubelet's answer, or its refusal. */
function client(name: string, kubelet: () => any[] = () => []) {
  const objects: any[] = [
    object('v1', 'ConfigMap', 'a'),
    object('v1', 'ConfigMap', 'b'),
    object('v1', 'ConfigMap', 'kube-root-ca.crt'),
    object('apps/v1', 'Deployment', 'web', { template: { spec: pod } }),
    object('apps/v1', 'Deployment', 'api', { template: { spec: pod } }),
    object('shop.io/v1', 'Shop', 'one'),
    object('v1', 'Pod', 'web-0', {
      nodeName: 'n1',
      volumes: [{ persistentVolumeClaim: { claimName: 'data' } }],
    }),
  ];
  const types = [type('v1', 'ConfigMap'), type('apps/v1', 'Deployment')];
  return {
    name,
    resourceTypes: async () => ({
      types: name === 'old' ? [...types, type('shop.io/v1', 'Shop')] : types,
      failedGroups: [],
    }),
    async *listPages({ kind }: { kind: string }) {
      yield objects.filter(one => one.kind === kind);
    },
    volumeStats: async () => kubelet(),
  } as unknown as ClusterClient;
}

describe.each(databases.ids)('analytics on %s', id => {
  let knex: Knex;
  let planId: string;
  let store: DatabaseAnalyticsStore;

  beforeEach(async () => {
    knex = await databases.emptied(id);
    store = new DatabaseAnalyticsStore(knex);
    planId = await new DatabasePlanStore(knex).insert(input, {
      volumes: [volume('data'), volume('old', { action: 'skip' })],
      conditions: [],
    });
  }, 240_000);

  const service = (kubelet?: () => any[]) =>
    new AnalyticsService({
      plans: new DatabasePlanStore(knex),
      migrations: new DatabaseMigrationStore(knex),
      analytics: store,
      runs: new DatabaseMeasuredRuns(knex),
      clusters: { client: async name => client(name, kubelet) },
      logger: mockServices.logger.mock(),
    });
  const made = async (analytics: AnalyticsService) => {
    await analytics.start(planId);
    for (;;) {
      const found = await analytics.get(planId);
      if (found.state !== 'running') {
        return found;
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  };

  it('counts what comes, what has no counterpart, images and volumes', async () => {
    const found = await made(
      service(() => [
        { namespace: 'shop', claim: 'data', usedBytes: 50, capacityBytes: 210 },
      ]),
    );
    expect(found).toMatchObject({
      state: 'completed',
      current: true,
      progress: { done: 1, total: 1 },
      conditions: [],
      estimate: { bytes: 50, ofCapacity: 0, copy: { kind: 'default' } },
      namespaces: [
        {
          namespace: 'shop',
          kinds: expect.arrayContaining([
            { apiVersion: 'v1', kind: 'ConfigMap', count: 2 },
            { apiVersion: 'apps/v1', kind: 'Deployment', count: 2 },
          ]),
          incompatible: [{ apiVersion: 'shop.io/v1', kind: 'Shop', count: 1 }],
          images: 2,
          volumes: [
            { claim: 'data', usedBytes: 50, basis: 'kubelet' },
            { claim: 'old', action: 'skip', basis: 'unknown' },
          ],
        },
      ],
    });
  });

  it('says that a kubelet may not be asked, and takes the capacity', async () => {
    const found = await made(
      service(() => {
        throw new ClusterError(
          'nodes "n1" is forbidden',
          403,
          'Forbidden',
          'old',
        );
      }),
    );
    expect(found).toMatchObject({
      state: 'completed',
      conditions: [
        {
          type: 'UsageUnknown',
          message: expect.stringContaining('nodes "n1" is forbidden'),
        },
      ],
      estimate: { bytes: 200, ofCapacity: 200 },
    });
  });

  it('says why they failed', async () => {
    const found = await made(
      service(() => {
        throw new Error('no such thing');
      }),
    );
    expect(found).toMatchObject({
      state: 'failed',
      conditions: [{ type: 'AnalyticsFailed' }],
    });
    expect(found.estimate).toBeUndefined();
  });

  it('run once at a time; those of a backend that died count as failed', async () => {
    const runs = await Promise.all(
      [1, 2, 3].map(() => store.begin(planId, 'h')),
    );
    const [run] = runs.filter(Boolean);
    expect(runs.filter(Boolean)).toHaveLength(1);
    await knex('analytics').update({
      heartbeat: Date.now() - ANALYTICS_LOST_MS - 1,
    });
    expect(await store.get(planId)).toMatchObject({
      state: 'failed',
      conditions: [{ type: 'AnalyticsInterrupted' }],
    });
    expect(await store.begin(planId, 'h')).toBeDefined();
    await expect(store.put(planId, run!, {})).rejects.toThrow(AnalyticsGone);
  });

  it('estimates from what earlier migrations between the same clusters took', async () => {
    const insert = async (
      owner: string,
      type_: 'stage' | 'cutover',
      created: string,
      phases: Record<string, number>,
      record: object = {},
    ) => {
      const migrations = new DatabaseMigrationStore(knex);
      const migration = await migrations.insert({
        type: type_,
        plan: { id: owner, input, volumes: [volume('data')] },
      });
      await knex('migrations')
        .where({ id: migration })
        .update({
          state: 'Completed',
          active_plan_id: null,
          created_at: created,
          record: JSON.stringify({ conditions: [], ...record }),
        });
      for (const [phase, seconds] of Object.entries(phases)) {
        await knex('migration_phases').insert({
          migration_id: migration,
          itinerary: type_,
          phase,
          state: 'completed',
          attempts: 1,
          started_at: '2026-01-01T00:00:00.000Z',
          ended_at: new Date(
            Date.parse('2026-01-01T00:00:00.000Z') + seconds * 1000,
          ).toISOString(),
        });
      }
      await knex('migration_volumes').insert({
        migration_id: migration,
        namespace: 'shop',
        claim: 'data',
        progress: JSON.stringify({ bytesTotal: 100 * 2 ** 20 }),
        differences: '[]',
      });
    };
    await insert(planId, 'stage', '2026-01-01', { BulkVolumePass: 10 });
    await insert(
      planId,
      'cutover',
      '2026-01-02',
      { BulkVolumePass: 1, FinalVolumePass: 2, VerifyVolumes: 3 },
      {
        cutover: {
          quiescedAt: '2026-01-02T00:00:00.000Z',
          destinationStartedAt: '2026-01-02T00:00:25.000Z',
        },
      },
    );
    const other = await new DatabasePlanStore(knex).insert(
      { ...input, name: 'elsewhere', destination: 'third' },
      { volumes: [], conditions: [] },
    );
    await insert(other, 'stage', '2026-01-03', { BulkVolumePass: 1 });
    const runs = new DatabaseMeasuredRuns(knex);
    expect(await runs.between('old', 'new')).toEqual([
      {
        method: 'direct',
        bytes: 100 * 2 ** 20,
        // the stage came first
        firstPassSeconds: undefined,
        windowSeconds: 25,
        windowDataSeconds: 5,
      },
      {
        method: 'direct',
        bytes: 100 * 2 ** 20,
        firstPassSeconds: 10,
        windowSeconds: undefined,
        windowDataSeconds: 0,
      },
    ]);
  });
});
