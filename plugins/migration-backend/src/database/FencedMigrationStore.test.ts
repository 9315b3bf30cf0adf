/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlanInput,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { CredentialCipher } from '../clusters/CredentialCipher';
import { testDatabases } from '../testing/databases';
import { DatabaseMigrationStore } from './DatabaseMigrationStore';
import { DatabasePlanStore } from './DatabasePlanStore';
import { FencedMigrationStore, LeaseLost } from './FencedMigrationStore';
import { MigratedObjectRow, PhaseRow } from './migrationRecord';

const databases = testDatabases();
const cipher = new CredentialCipher('key');
const input: PlanInput = {
  name: 'move-shop',
  source: 'old',
  destination: 'new',
  namespaces: [{ source: 'shop' }],
};
const phase: PhaseRow = {
  phase: 'QuiesceSource',
  itinerary: 'cutover',
  state: 'running',
  attempts: 1,
  startedAt: '2026-11-23T10:00:00Z',
  endedAt: undefined,
  waitingFor: undefined,
  deadline: undefined,
};
const object: MigratedObjectRow = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  namespace: 'shop',
  name: 'settings',
  cluster: 'new',
  uid: undefined,
  wave: 1,
  action: 'create',
  state: 'planned',
  asked: { kind: 'ConfigMap' },
  previous: undefined,
  differences: [],
};
const quiesced = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  namespace: 'shop',
  name: 'web',
  before: { spec: { replicas: 3 } },
};
const progress = { namespace: 'shop', claim: 'data' } as VolumeProgress;

describe.each(databases.ids)('FencedMigrationStore on %s', id => {
  let knex: Knex;
  let migrations: DatabaseMigrationStore;
  let planId: string;
  let migrationId: string;

  beforeEach(async () => {
    knex = await databases.emptied(id);
    migrations = new DatabaseMigrationStore(knex);
    planId = await new DatabasePlanStore(knex).insert(input, {
      volumes: [],
      conditions: [],
    });
    migrationId = await insert();
  }, 240_000);

  const insert = () =>
    migrations.insert({
      type: 'cutover',
      plan: { id: planId, input, volumes: [] },
    });
  const store = (token: number, migration = migrationId) =>
    new FencedMigrationStore(knex, cipher, migration, planId, token);
  /** Claims as a worker does whose clock says `now`. */
  const claim = (owner: string, now: number) =>
    migrations.claim(migrationId, owner, now, 1000);

  const writes: Array<[string, (s: FencedMigrationStore) => Promise<void>]> = [
    ['renewLease', s => s.renewLease(5000)],
    ['releaseLease', s => s.releaseLease()],
    ['update', s => s.update({ state: 'Completed', endedAt: 'now' })],
    ['updateRecord', s => s.updateRecord(r => ({ ...r, leftovers: 9 }))],
    ['putPhase', s => s.putPhase(phase)],
    ['putVolume', s => s.putVolume(progress)],
    ['assertHeld', s => s.assertHeld()],
    ['putObject', s => s.putObject(object)],
    ['putObjects', s => s.putObjects([object, { ...object, name: 'other' }])],
    ['setObjectStates', s => s.setObjectStates(object, ['x'], 'removed')],
    ['addQuiesced', s => s.addQuiesced(quiesced)],
    ['clearQuiesced', s => s.clearQuiesced()],
    ['setKeys', s => s.setKeys('secret')],
    ['addEvent', s => s.addEvent({ level: 'info', reason: 'X', message: 'x' })],
  ];

  const everything = async () => ({
    migrations: await knex('migrations').select(),
    phases: await knex('migration_phases').select(),
    volumes: await knex('migration_volumes').select(),
    objects: await knex('migrated_objects').select(),
    quiesced: await knex('quiesced_objects').select(),
    events: await knex('migration_events').select(),
  });

  it('gives each claim a greater token, and none while another holds it', async () => {
    expect(await claim('a', 1)).toBe(1);
    expect(await migrations.claimable(1000)).toEqual([]);
    expect(await claim('b', 1000)).toBeUndefined();
    expect(await migrations.claimable(1002)).toEqual([migrationId]);
    expect(await claim('b', 1002)).toBe(2);
  });

  it('lets one of many that claim at once win', async () => {
    const tokens = await Promise.all(
      ['a', 'b', 'c', 'd'].map(owner => claim(owner, 1)),
    );
    expect(tokens.filter(token => token !== undefined)).toEqual([1]);
  });

  it('lets a worker that lost its lease write nothing at all', async () => {
    await claim('old', 1);
    const old = store(1);
    await old.addQuiesced(quiesced);
    await claim('new', 2000);
    const before = await everything();
    for (const [, write] of writes) {
      await expect(write(old)).rejects.toBeInstanceOf(LeaseLost);
    }
    await expect(old.read()).rejects.toBeInstanceOf(LeaseLost);
    expect(await everything()).toEqual(before);
  });

  it.each(writes)(
    'lets the one that has it write: %s',
    async (_name, write) => {
      await claim('a', 1);
      await write(store(1));
    },
  );

  it('undoes the whole write when half of it fails', async () => {
    await claim('a', 1);
    const before = await everything();
    await expect(
      store(1).updateRecord(() => {
        throw new Error('half');
      }),
    ).rejects.toThrow('half');
    expect(await everything()).toEqual(before);
  });

  it('keeps the first record of a stopped object until the source runs again', async () => {
    await claim('a', 1);
    await store(1).addQuiesced(quiesced);
    await store(1).addQuiesced({
      ...quiesced,
      before: { spec: { replicas: 0 } },
    });
    expect(await store(1).quiesced()).toEqual([quiesced]);
    await store(1).clearQuiesced();
    expect(await store(1).quiesced()).toEqual([]);
  });

  it('keeps an object with the migration that meant to make it', async () => {
    await claim('a', 1);
    await store(1).putObject(object);
    await store(1).update({ state: 'Completed', endedAt: 'now' });
    const later = await insert();
    await migrations.claim(later, 'a', 1, 1000);
    const applied = { ...object, state: 'applied' as const, uid: 'u1' };
    await store(1, later).putObject(applied);
    expect(await store(1, later).ownObjects()).toEqual([]);
    expect(await store(1).ownObjects()).toEqual([applied]);
    await store(1, later).putObject(object);
    expect(await store(1, later).ownObjects()).toEqual([object]);
  });

  it("keeps the movers' keys encrypted, and only while they are of use", async () => {
    await claim('a', 1);
    await store(1).setKeys('PRIVATE KEY');
    const row = await knex('migrations').where({ id: migrationId }).first();
    expect(row.keys).not.toContain('PRIVATE');
    expect(await store(1).keys()).toBe('PRIVATE KEY');
    await store(1).update({ state: 'Completed', endedAt: 'now' });
    expect(await store(1).keys()).toBeUndefined();
  });

  it('remembers phases, volumes and events as they were put, the last one counting', async () => {
    await claim('a', 1);
    await store(1).putPhase(phase);
    const ended: PhaseRow = {
      ...phase,
      state: 'failed',
      endedAt: 'then',
      waitingFor: 'x'.repeat(2000),
    };
    await store(1).putPhase(ended);
    expect(await store(1).phases()).toEqual([
      { ...ended, waitingFor: 'x'.repeat(1000) },
    ]);
    await store(1).putVolume(progress);
    const differing = { ...progress, differences: 1 } as any;
    await store(1).putVolume(differing, [
      {
        namespace: 'shop',
        claim: 'data',
        path: 'a\nb',
        kind: 'missing',
      } as any,
    ]);
    expect(await store(1).volumes()).toEqual([differing]);
    expect(await migrations.differences(migrationId)).toHaveLength(1);
    for (const message of ['one', 'two', 'three']) {
      await store(1).addEvent({ level: 'info', reason: 'X', message });
    }
    const [first] = await migrations.events(migrationId, {
      after: 0,
      limit: 1,
    });
    expect(first.message).toBe('one');
    expect(
      (
        await migrations.events(migrationId, { after: first.id, limit: 10 })
      ).map(event => event.message),
    ).toEqual(['two', 'three']);
  });
});
