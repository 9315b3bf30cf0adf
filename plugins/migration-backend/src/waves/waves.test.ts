/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ConflictError } from '@backstage/errors';
import { WaveInput } from '@namespace-migration/plugin-migration-common';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { DatabaseMigrationStore } from '../database/DatabaseMigrationStore';
import { DatabasePlanStore } from '../database/DatabasePlanStore';
import { DatabaseWaveStore, WaveLost } from '../database/DatabaseWaveStore';
import { testDatabases } from '../testing/databases';
import { WaveRunner } from './WaveRunner';
import { WaveService } from './WaveService';

const databases = testDatabases();

describe.each(databases.ids)('waves on %s', databaseId => {
  let knex: Knex;
  let store: DatabaseWaveStore;
  let waves: WaveService;
  let migrations: DatabaseMigrationStore;
  const changed = jest.fn();
  const ids: Record<string, string> = {};
  /** Plans that say no, with their reason. */
  let refusing: Record<string, string>;

  beforeEach(async () => {
    knex = await databases.emptied(databaseId);
    store = new DatabaseWaveStore(knex, changed);
    migrations = new DatabaseMigrationStore(knex);
    waves = new WaveService(store, migrations);
    refusing = {};
    for (const name of ['a', 'b', 'c', 'd']) {
      ids[name] = await new DatabasePlanStore(knex).insert(
        { name, source: 'old', destination: 'new', namespaces: [] },
        { volumes: [], conditions: [] },
      );
    }
  }, 240_000);

  /** A backend whose plans start without a cluster. */
  const backend = () =>
    new WaveRunner({
      waves: store,
      logger: mockServices.logger.mock(),
      plans: {
        async start(planId, type, createdBy, together) {
          const plan = (await new DatabasePlanStore(knex).get(planId))!;
          if (refusing[plan.input.name]) {
            throw new ConflictError(refusing[plan.input.name]);
          }
          const id = await migrations.insert(
            {
              type,
              createdBy,
              plan: { id: planId, input: plan.input, volumes: [] },
            },
            together,
          );
          return { id } as any;
        },
      },
    });
  /** As if time had gone on since the last look. */
  const look = async (...backends: WaveRunner[]) => {
    await knex('waves').update({ lease_expires_at: 0 });
    await Promise.all(
      (backends.length ? backends : [backend()]).map(one => one.lookOnce()),
    );
  };
  const make = async (plans: string[], change: Partial<WaveInput> = {}) => {
    const { id } = await waves.create(
      {
        type: 'stage',
        plans: plans.map(text => {
          const [name, after] = text.split('<');
          return {
            planId: ids[name],
            after: after?.split(',').map(one => ids[one]),
          };
        }),
        ...change,
      },
      'user:default/ann',
    );
    return id;
  };
  const states = async (id: string) =>
    Object.fromEntries(
      (await waves.get(id)).plans!.map(({ name, state }) => [name, state]),
    );
  const end = async (name: string, state = 'Completed', record = {}) =>
    knex('migrations')
      .where({ active_plan_id: ids[name] })
      .update({
        state,
        active_plan_id: null,
        ended_at: '2026-11-30T10:00:00.000Z',
        record: JSON.stringify({ conditions: [], ...record }),
      });

  it('starts plans in order, as many as may run, each after those before it', async () => {
    const id = await make(['a', 'b<a', 'c'], { concurrency: 2 });
    expect(await states(id)).toEqual({
      a: 'Waiting',
      b: 'Waiting',
      c: 'Waiting',
    });
    await look();
    expect(await states(id)).toEqual({
      a: 'Running',
      b: 'Waiting',
      c: 'Running',
    });
    expect(await migrations.listOfPlan(ids.a)).toMatchObject([
      { type: 'stage', createdBy: 'user:default/ann' },
    ]);
    await end('c');
    await look();
    expect((await states(id)).b).toBe('Waiting');
    await end('a');
    await look();
    await end('b');
    expect(await waves.get(id)).toMatchObject({
      state: 'Completed',
      counts: { plans: 3, Succeeded: 3, Running: 0 },
      endedAt: '2026-11-30T10:00:00.000Z',
    });
    expect(await store.claimable(Date.now())).toEqual([]);
  });

  it('starts nothing twice, however many backends look', async () => {
    const id = await make(['a', 'b', 'c', 'd'], { concurrency: 2 });
    const many = Array.from({ length: 4 }, backend);
    for (let round = 0; round < 4; round += 1) {
      await look(...many);
      const rows = await knex('migrations').whereNull('ended_at');
      expect(rows.length).toBeLessThanOrEqual(2);
      await end(['a', 'b', 'c', 'd'][round]);
    }
    await look(...many);
    await end('d');
    expect((await waves.get(id)).state).toBe('Completed');
    expect(await knex('migrations').count({ n: '*' }).first()).toMatchObject({
      n: expect.anything(),
    });
    expect((await knex('migrations')).length).toBe(4);
  });

  it('leaves no migration of a backend that lost the wave', async () => {
    const id = await make(['a', 'b']);
    const late = (await store.claim(id, 'late', Date.now(), -1))!;
    await look();
    const snapshot = {
      type: 'stage' as const,
      plan: { id: ids.b, input: {} as any, volumes: [] },
    };
    await expect(
      migrations.insert(snapshot, late.starting(ids.b)),
    ).rejects.toThrow(WaveLost);
    await expect(late.settle(ids.b, 'refused', 'x')).rejects.toThrow(WaveLost);
    await expect(late.pause()).rejects.toThrow(WaveLost);
    expect(await migrations.listOfPlan(ids.b)).toEqual([]);
    expect(await states(id)).toEqual({ a: 'Running', b: 'Waiting' });
  });

  it('starts nothing after a pause was answered, and goes on when resumed', async () => {
    const id = await make(['a', 'b', 'c'], { concurrency: 2 });
    const looking = (await store.claim(id, 'other', Date.now(), 10_000))!;
    expect(await waves.pause(id, 'user:default/bob')).toMatchObject({
      state: 'Paused',
      pausedBy: 'user:default/bob',
    });
    await expect(
      migrations.insert(
        {
          type: 'stage',
          plan: { id: ids.a, input: {} as any, volumes: [] },
        },
        looking.starting(ids.a),
      ),
    ).rejects.toThrow(WaveLost);
    await look();
    expect(await states(id)).toEqual({
      a: 'Waiting',
      b: 'Waiting',
      c: 'Waiting',
    });
    await expect(waves.pause(id, 'x')).rejects.toThrow('is paused already');
    expect((await waves.resume(id, false)).state).toBe('Running');
    await expect(waves.resume(id, false)).rejects.toThrow('is not paused');
    await look();
    expect((await states(id)).b).toBe('Running');
  });

  it('says why a plan was not started or did not succeed, and stops', async () => {
    refusing.b = 'stage of plan b is not possible now: a stage runs';
    const id = await make(['a', 'b', 'c', 'd<c'], { concurrency: 2 });
    await look();
    await look();
    expect(await waves.get(id)).toMatchObject({
      state: 'Paused',
      pausedBy: undefined,
      plans: [
        { state: 'Running', progress: { bytesDone: 0 } },
        { state: 'Refused', reason: refusing.b },
        { state: 'Waiting' },
        { state: 'Waiting' },
      ],
    });
    await end('a', 'Failed', {
      conditions: [{ category: 'Error', message: 'the disk is full' }],
    });
    expect((await waves.get(id)).plans![0].reason).toBe('the disk is full');
    await waves.resume(id, false);
    await look();
    await end('c', 'Canceled');
    await look();
    expect((await waves.get(id)).state).toBe('Paused');
    await waves.resume(id, false);
    await look();
    expect(await states(id)).toEqual({
      a: 'Failed',
      b: 'Refused',
      c: 'Canceled',
      d: 'Skipped',
    });
    expect((await waves.get(id)).state).toBe('Failed');
  });

  it('tells of what people and looks write, and not of refusals to write', async () => {
    const told = () => changed.mock.calls.splice(0).flat();
    told();
    refusing.a = 'a stage runs';
    const id = await make(['a', 'b']);
    const change = { waveId: id };
    expect(told()).toEqual([change]);
    await look();
    // the plan that was refused, and the pause after it
    await look();
    expect(told()).toEqual([change, change]);
    await expect(waves.pause(id, 'user:default/ann')).rejects.toThrow();
    expect(told()).toEqual([]);
    await waves.resume(id, false);
    await waves.pause(id, 'user:default/ann');
    await waves.cancel(id, 'user:default/ann');
    expect(told()).toEqual([change, change, change]);
  });

  it('tries again what did not succeed', async () => {
    refusing.b = 'not now';
    const id = await make(['a', 'b', 'c<b'], { onFailure: 'continue' });
    await look();
    await end('a', 'Failed');
    await look();
    await look();
    expect(await states(id)).toEqual({
      a: 'Failed',
      b: 'Refused',
      c: 'Skipped',
    });
    delete refusing.b;
    await waves.resume(id, true);
    for (const name of ['a', 'b', 'c']) {
      await look();
      await end(name);
    }
    expect((await waves.get(id)).state).toBe('Completed');
    await expect(waves.resume(id, true)).rejects.toThrow(
      'has no plan to try again',
    );
  });

  it('starts no more when it is canceled, and tells what runs', async () => {
    const id = await make(['a', 'b'], { name: 'evening' });
    await look();
    expect(await waves.cancel(id, 'user:default/bob')).toMatchObject({
      state: 'Canceling',
      canceledBy: 'user:default/bob',
      counts: { Running: 1, NotStarted: 1 },
    });
    await end('a');
    await look();
    expect(await states(id)).toEqual({ a: 'Succeeded', b: 'NotStarted' });
    expect((await waves.get(id)).state).toBe('Canceled');
    await expect(waves.cancel(id, 'x')).rejects.toThrow(
      'Wave evening was canceled already',
    );
    await expect(waves.resume(id, true)).rejects.toThrow(
      'Wave evening was canceled; make a new one',
    );
  });

  it('tells of plans that are gone', async () => {
    const id = await make(['a', 'b'], { onFailure: 'continue' });
    await look();
    await new DatabasePlanStore(knex).delete(ids.a);
    expect((await waves.get(id)).plans![0]).toMatchObject({
      name: 'a',
      state: 'Removed',
    });
    await look();
    await end('b');
    expect((await waves.get(id)).state).toBe('Failed');
  });

  it('lists waves with their counts, newest first', async () => {
    const first = await make(['a', 'b']);
    await look();
    await knex('waves').update({ created_at: '2026-01-01' });
    const second = await make(['c'], { type: 'cutover', name: 'late' });
    expect(await waves.list({ limit: 10, offset: 0 })).toMatchObject({
      totalItems: 2,
      items: [
        { id: second, name: 'late', type: 'cutover', counts: { Waiting: 1 } },
        { id: first, counts: { plans: 2, Running: 1, Waiting: 1 } },
      ],
    });
    expect(
      (await waves.list({ limit: 1, offset: 1 })).items.map(({ id }) => id),
    ).toEqual([first]);
  });

  it('refuses plans that are not there', async () => {
    await expect(
      waves.create({ type: 'stage', plans: [{ planId: 'x' }] }),
    ).rejects.toThrow('plans[0].planId: there is no plan x');
    await expect(waves.get('x')).rejects.toThrow('There is no wave x');
  });
});
