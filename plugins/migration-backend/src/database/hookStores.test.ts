/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { HookInput } from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { CredentialCipher } from '../clusters/CredentialCipher';
import { HookService } from '../hooks/HookService';
import { testDatabases } from '../testing/databases';
import { DatabaseHookRuns, FencedHookRuns } from './DatabaseHookRuns';
import { DatabaseHookStore } from './DatabaseHookStore';
import { DatabaseMigrationStore } from './DatabaseMigrationStore';
import { DatabasePlanStore } from './DatabasePlanStore';
import { FencedMigrationStore, LeaseLost } from './FencedMigrationStore';

const databases = testDatabases();
const cipher = new CredentialCipher('key');
const hook: HookInput = {
  name: 'tell',
  kind: 'http',
  http: { url: 'http://x/', headers: { authorization: 'SECRET' } },
};
const event = { level: 'info' as const, reason: 'X', message: 'x' };
const run = {
  phase: 'PreBackup' as const,
  position: 0,
  attempt: 1,
  hook: 'tell',
  kind: 'http' as const,
};

describe.each(databases.ids)('hooks on %s', id => {
  let knex: Knex;
  let store: DatabaseHookStore;
  let service: HookService;

  beforeEach(async () => {
    knex = await databases.emptied(id);
    await knex('hooks').delete();
    store = new DatabaseHookStore(knex, cipher);
    service = new HookService(store);
  }, 240_000);

  const plan = (hooks: string[] = []) => ({
    name: `plan-${hooks.length}`,
    source: 'a',
    destination: 'b',
    namespaces: [{ source: 'shop' }],
    hooks: hooks.map(name => ({ hook: name, phase: 'PreBackup' as const })),
  });
  const insertPlan = (hooks: string[] = []) =>
    new DatabasePlanStore(knex).insert(plan(hooks), {
      volumes: [],
      conditions: [],
    });

  it('have their headers encrypted, and show none', async () => {
    const shown = await service.register(hook);
    expect(shown.http!.headers).toEqual({ authorization: '***' });
    expect(JSON.stringify(await service.list())).not.toContain('SECRET');
    expect(JSON.stringify(await knex('hooks').select())).not.toContain(
      'SECRET',
    );
    expect((await store.get('tell'))!.input).toEqual(hook);
  });

  it('keep a header that is given back hidden, and refuse one that never was there', async () => {
    await service.register(hook);
    const http = (headers: Record<string, string>) => ({
      ...hook,
      http: { url: `${new URL(hook.http!.url).origin}/other`, headers },
    });
    await service.update('tell', http({ authorization: '***', 'x-a': 'B' }));
    expect((await store.get('tell'))!.input.http!.headers).toEqual({
      authorization: 'SECRET',
      'x-a': 'B',
    });
    await expect(
      service.update('tell', {
        ...hook,
        http: { url: 'http://elsewhere/', headers: { authorization: '***' } },
      }),
    ).rejects.toThrow(/no stored value of authorization/);
    await expect(
      service.update('tell', http({ other: '***' })),
    ).rejects.toThrow(/no stored value of other/);
    await expect(
      service.update('tell', { ...hook, name: 'other' }),
    ).rejects.toThrow(/^name: /);
    await expect(service.register(hook)).rejects.toThrow(/registered already/);
  });

  it('are not removed while a plan names them', async () => {
    await service.register(hook);
    await insertPlan();
    const used = await insertPlan(['tell']);
    expect((await service.get('tell')).plans).toEqual(['plan-1']);
    await expect(service.remove('tell')).rejects.toThrow(
      /used by plans plan-1;/,
    );
    await new DatabasePlanStore(knex).delete(used);
    await service.remove('tell');
    await expect(service.get('tell')).rejects.toThrow(/no hook named tell/);
  });

  describe('of a migration', () => {
    let migrationId: string;
    let planId: string;
    const runsOf = (token: number) =>
      new FencedHookRuns(
        knex,
        cipher,
        new FencedMigrationStore(knex, cipher, migrationId, planId, token),
      );

    beforeEach(async () => {
      await service.register(hook);
      planId = await insertPlan(['tell']);
      const migrations = new DatabaseMigrationStore(knex);
      migrationId = await migrations.insert({
        type: 'cutover',
        plan: { id: planId, input: plan(['tell']), volumes: [] },
        hooks: await service.snapshot(['tell']),
      });
      await migrations.claim(migrationId, 'me', 1, 1000);
    });

    it('stay as they were at its start, and are not there in clear', async () => {
      await service.update('tell', {
        ...hook,
        http: { url: 'http://z/', headers: { authorization: 'OTHER' } },
      });
      expect(await runsOf(1).definitions()).toEqual([hook]);
      expect(JSON.stringify(await knex('migrations').select())).not.toContain(
        'SECRET',
      );
    });

    it('have one outcome, with its log and its event', async () => {
      const runs = runsOf(1);
      await runs.begin(run);
      const [{ id: runId, state }] = await runs.all();
      expect(state).toBe('starting');
      const seen = new DatabaseHookRuns(knex, cipher);
      expect(await seen.list(migrationId, false)).toMatchObject([
        { state: 'running', outputs: {} },
      ]);
      expect(await seen.list(migrationId, true)).toMatchObject([
        { state: 'canceled' },
      ]);
      const outcome = (text: string) => ({
        state: 'succeeded' as const,
        status: 200,
        outputs: { api_token: 'HUSH', colour: text },
        log: `log ${text}`,
      });
      await runs.started(runId);
      await runs.finish(runId, outcome('first'), event);
      await runs.finish(runId, outcome('second'), event);
      expect((await runs.all())[0].outputs).toEqual({
        api_token: 'HUSH',
        colour: 'first',
      });
      expect(await seen.list(migrationId, true)).toMatchObject([
        {
          state: 'succeeded',
          status: 200,
          outputs: { api_token: '***', colour: 'first' },
        },
      ]);
      expect(await seen.log(migrationId, runId)).toBe('log first');
      expect(await seen.log('another', runId)).toBeUndefined();
      expect(await knex('migration_events').select()).toHaveLength(1);
      expect(JSON.stringify(await knex('hook_runs').select())).not.toMatch(
        /HUSH|log first/,
      );
    });

    it('are not begun twice, nor by a worker that lost its lease', async () => {
      await runsOf(1).begin(run);
      await expect(runsOf(1).begin(run)).rejects.toThrow();
      await expect(
        runsOf(0).begin({ ...run, attempt: 2 }),
      ).rejects.toBeInstanceOf(LeaseLost);
      const [{ id: runId }] = await runsOf(1).all();
      await expect(runsOf(0).started(runId)).rejects.toBeInstanceOf(LeaseLost);
      await expect(
        runsOf(0).finish(
          runId,
          { state: 'failed', outputs: {}, log: '' },
          event,
        ),
      ).rejects.toBeInstanceOf(LeaseLost);
      expect(await runsOf(1).all()).toMatchObject([{ state: 'starting' }]);
    });
  });
});
