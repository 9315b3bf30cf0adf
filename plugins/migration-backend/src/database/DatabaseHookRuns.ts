/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  HookInput,
  HookKind,
  HookPhase,
  HookRun,
  MigrationEvent,
} from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Cipher } from './DatabaseClusterStore';
import { HIDDEN } from './DatabaseHookStore';
import { FencedMigrationStore } from './FencedMigrationStore';

/** One attempt of a hook. `starting`: recorded, and nothing is known to have been made yet. */
export interface StoredHookRun {
  id: string;
  phase: HookPhase;
  position: number;
  attempt: number;
  hook: string;
  kind: HookKind;
  state: 'starting' | 'running' | 'succeeded' | 'failed';
  cluster?: string;
  namespace?: string;
  pod?: string;
  startedAt: string;
  endedAt?: string;
  exitCode?: number;
  status?: number;
  message?: string;
  outputs: Record<string, string>;
}

export interface HookOutcome {
  state: 'succeeded' | 'failed';
  exitCode?: number;
  status?: number;
  message?: string;
  outputs: Record<string, string>;
  log: string;
}

/** Names of outputs whose values are handed on and not shown. */
export const isSecretName = (name: string): boolean =>
  /pass|secret|token|key|credential/i.test(name);

/** Reading, for people. */
export class DatabaseHookRuns {
  constructor(
    protected readonly knex: Knex,
    protected readonly cipher: Cipher,
  ) {}

  /** @param ended the migration has: what still runs was left behind by a cancellation */
  async list(migrationId: string, ended: boolean): Promise<HookRun[]> {
    return (await this.stored(migrationId)).map(({ state, ...run }) => ({
      ...run,
      state:
        state === 'succeeded' || state === 'failed'
          ? state
          : ended
          ? 'canceled'
          : 'running',
      outputs: Object.fromEntries(
        Object.entries(run.outputs).map(([name, value]) => [
          name,
          isSecretName(name) ? HIDDEN : value,
        ]),
      ),
    }));
  }

  async log(migrationId: string, id: string): Promise<string | undefined> {
    const row = await this.knex('hook_runs')
      .select('log')
      .where({ migration_id: migrationId, id })
      .first();
    return row && this.cipher.decrypt(row.log);
  }

  /** The hooks as they were when the migration started, with their secrets. */
  async definitionsOf(migrationId: string): Promise<HookInput[]> {
    const row = await this.knex('migrations')
      .select('hooks')
      .where({ id: migrationId })
      .first();
    return row?.hooks ? JSON.parse(this.cipher.decrypt(row.hooks)) : [];
  }

  /** Outputs included that are secret. Leaves the backend through `list` only. */
  async stored(migrationId: string): Promise<StoredHookRun[]> {
    const rows = await this.knex('hook_runs')
      .where({ migration_id: migrationId })
      .orderBy('started_at')
      .orderBy('position')
      .orderBy('attempt');
    return rows.map(row => ({
      id: row.id,
      phase: row.phase,
      position: row.position,
      attempt: row.attempt,
      hook: row.hook,
      kind: row.kind,
      state: row.state,
      cluster: row.cluster ?? undefined,
      namespace: row.namespace ?? undefined,
      pod: row.pod ?? undefined,
      startedAt: row.started_at,
      endedAt: row.ended_at ?? undefined,
      exitCode: row.exit_code ?? undefined,
      status: row.status ?? undefined,
      message: row.message ?? undefined,
      outputs: JSON.parse(this.cipher.decrypt(row.outputs)),
    }));
  }
}

/** What the worker that holds a migration writes of its hooks. */
export class FencedHookRuns extends DatabaseHookRuns {
  constructor(
    knex: Knex,
    cipher: Cipher,
    private readonly store: FencedMigrationStore,
  ) {
    super(knex, cipher);
  }

  all(): Promise<StoredHookRun[]> {
    return this.stored(this.store.migrationId);
  }

  definitions(): Promise<HookInput[]> {
    return this.definitionsOf(this.store.migrationId);
  }

  async begin(
    run: Omit<StoredHookRun, 'id' | 'state' | 'startedAt' | 'outputs'>,
  ): Promise<void> {
    await this.store.write(trx =>
      trx('hook_runs').insert({
        id: randomUUID(),
        migration_id: this.store.migrationId,
        phase: run.phase,
        position: run.position,
        attempt: run.attempt,
        hook: run.hook,
        kind: run.kind,
        state: 'starting',
        cluster: run.cluster ?? null,
        namespace: run.namespace ?? null,
        pod: run.pod ?? null,
        started_at: new Date().toISOString(),
        outputs: this.cipher.encrypt('{}'),
        log: this.cipher.encrypt(''),
      }),
    );
  }

  async started(id: string): Promise<void> {
    await this.store.write(trx =>
      trx('hook_runs').where({ id }).update({ state: 'running' }),
    );
  }

  /** Outcome, log and event are one write: none is there without the others. An outcome that is there stays. */
  async finish(
    id: string,
    outcome: HookOutcome,
    event: Omit<MigrationEvent, 'id' | 'time'>,
  ): Promise<void> {
    await this.store.write(async trx => {
      const changed = await trx('hook_runs')
        .where({ id })
        .whereIn('state', ['starting', 'running'])
        .update({
          state: outcome.state,
          ended_at: new Date().toISOString(),
          exit_code: outcome.exitCode ?? null,
          status: outcome.status ?? null,
          message: outcome.message ?? null,
          outputs: this.cipher.encrypt(JSON.stringify(outcome.outputs)),
          log: this.cipher.encrypt(outcome.log),
        });
      if (changed === 1) {
        await this.store.insertEvent(trx, event);
      }
    });
  }
}
