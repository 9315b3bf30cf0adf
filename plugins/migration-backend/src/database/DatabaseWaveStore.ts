/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  WaveCounts,
  WavePlanState,
  WaveType,
} from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { ChangeListener, nobodyListens } from './ChangeListener';
import { WithMigration } from './DatabaseMigrationStore';
import { StoredWave, StoredWavePlan, wavePlanState } from './waveRecord';

/** Another look, a person or another backend was first; nothing was written. */
export class WaveLost extends Error {
  readonly name = 'WaveLost';
}

/** These did not end as they should, and may be tried again. */
const unsuccessful: WavePlanState[] = [
  'Failed',
  'Canceled',
  'Refused',
  'Skipped',
];

/** What people write, and claiming. The looks of a backend write through `FencedWave`. */
export class DatabaseWaveStore {
  constructor(
    private readonly knex: Knex,
    private readonly changed: ChangeListener = nobodyListens,
  ) {}

  /** Those that exist, by id. */
  async planNames(ids: string[]): Promise<Map<string, string>> {
    const rows = await this.knex('plans')
      .select('id', 'name')
      .whereIn('id', ids);
    return new Map(rows.map(row => [row.id, row.name]));
  }

  async insert(
    wave: Pick<
      StoredWave,
      'name' | 'type' | 'concurrency' | 'onFailure' | 'createdBy'
    >,
    plans: Array<Pick<StoredWavePlan, 'planId' | 'name' | 'after'>>,
  ): Promise<string> {
    const id = randomUUID();
    await this.knex.transaction(async trx => {
      await trx('waves').insert({
        id,
        name: wave.name ?? null,
        type: wave.type,
        concurrency: wave.concurrency,
        on_failure: wave.onFailure,
        created_by: wave.createdBy ?? null,
        created_at: new Date().toISOString(),
      });
      await trx.batchInsert(
        'wave_plans',
        plans.map((plan, position) => ({
          wave_id: id,
          plan_id: plan.planId,
          position,
          plan_name: plan.name,
          after: JSON.stringify(plan.after),
        })),
        50,
      );
    });
    this.changed({ waveId: id });
    return id;
  }

  async get(id: string): Promise<StoredWave | undefined> {
    const row = await this.knex('waves').where({ id }).first();
    return row && waveOf(row);
  }

  async list(page: {
    limit: number;
    offset: number;
  }): Promise<{ items: StoredWave[]; totalItems: number }> {
    const [{ total }] = await this.knex('waves').count({ total: '*' });
    const rows = await this.knex('waves')
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(page.limit)
      .offset(page.offset);
    return { items: rows.map(waveOf), totalItems: Number(total) };
  }

  /** In their order. */
  async plansOf(waveId: string): Promise<StoredWavePlan[]> {
    return plansOf(this.knex, waveId);
  }

  /** Of each wave, and when the last of its plans ended. */
  async counts(
    waves: Array<Pick<StoredWave, 'id' | 'canceledAt'>>,
  ): Promise<Map<string, { counts: WaveCounts; lastEnd?: string }>> {
    const found = new Map<string, { counts: WaveCounts; lastEnd?: string }>(
      waves.map(({ id }) => [id, { counts: nothingCounted() }]),
    );
    const rows = await this.knex('wave_plans as p')
      .leftJoin('migrations as m', 'm.id', 'p.migration_id')
      .select('p.wave_id', 'p.outcome', 'm.state')
      .select(
        this.knex.raw(
          'case when p.migration_id is null then 0 else 1 end as started',
        ),
      )
      .count({ amount: '*' })
      .max({ ended: this.knex.raw('coalesce(m.ended_at, p.settled_at)') })
      .whereIn(
        'p.wave_id',
        waves.map(({ id }) => id),
      )
      .groupBy('p.wave_id', 'p.outcome', 'm.state', 'started');
    for (const row of rows as any[]) {
      const entry = found.get(row.wave_id)!;
      const state = wavePlanState({
        outcome: row.outcome ?? undefined,
        migrationId: Number(row.started) ? 'some' : undefined,
        migrationState: row.state ?? undefined,
        waveCanceled: waves.some(
          ({ id, canceledAt }) => id === row.wave_id && canceledAt,
        ),
      });
      entry.counts[state] += Number(row.amount);
      entry.counts.plans += Number(row.amount);
      if (row.ended && row.ended > (entry.lastEnd ?? '')) {
        entry.lastEnd = row.ended;
      }
    }
    return found;
  }

  /** Waves with plans to start that nobody looks at now; the ones that waited longest first. */
  async claimable(now: number): Promise<string[]> {
    const rows = await this.startable(this.knex('waves'))
      .select('id')
      .where('lease_expires_at', '<', now)
      .orderBy('lease_expires_at')
      .limit(100);
    return rows.map((row: any) => row.id);
  }

  /** For one look. @returns undefined when another backend was first */
  async claim(
    id: string,
    owner: string,
    now: number,
    leaseMs: number,
  ): Promise<FencedWave | undefined> {
    const row = await this.knex('waves')
      .select('fencing_token')
      .where({ id })
      .first();
    if (!row) {
      return undefined;
    }
    const token = row.fencing_token + 1;
    const changed = await this.knex('waves')
      .where({ id, fencing_token: row.fencing_token })
      .where('lease_expires_at', '<', now)
      .update({
        fencing_token: token,
        lease_owner: owner,
        lease_expires_at: now + leaseMs,
      });
    return changed === 1
      ? new FencedWave(this.knex, id, token, this.changed)
      : undefined;
  }

  /** @returns false when there is nothing to pause */
  async pause(id: string, by: string): Promise<boolean> {
    return this.told(
      id,
      await this.startable(this.knex('waves').where({ id })).update({
        paused_at: new Date().toISOString(),
        paused_by: by,
      }),
    );
  }

  /** @returns false when there is nothing left to start */
  async cancel(id: string, by: string): Promise<boolean> {
    return this.told(
      id,
      await this.unstarted(this.knex('waves').where({ id }))
        .whereNull('canceled_at')
        .update({
          canceled_at: new Date().toISOString(),
          canceled_by: by,
        }),
    );
  }

  /**
   * Goes on: what did not succeed is tried again, or accepted as it is.
   * @returns false when the wave was canceled, or is not paused and nothing is to be tried again
   */
  async resume(id: string, retryFailed: boolean): Promise<boolean> {
    const resumed = await this.knex.transaction(async trx => {
      // a look that goes on meanwhile has seen another wave than this is now, and loses it
      const touched = await trx('waves')
        .where({ id })
        .whereNull('canceled_at')
        .update({ lease_expires_at: 0 })
        .increment('fencing_token', 1);
      if (touched !== 1) {
        return false;
      }
      const wave = waveOf(await trx('waves').where({ id }).first());
      const failed = (await plansOf(trx, id))
        .filter(({ state }) => unsuccessful.includes(state))
        .map(({ planId }) => planId);
      if (!wave.pausedAt && !(retryFailed && failed.length > 0)) {
        return false;
      }
      await trx('waves')
        .where({ id })
        .update({ paused_at: null, paused_by: null });
      await trx('wave_plans')
        .where({ wave_id: id })
        .whereIn('plan_id', failed)
        .update(
          retryFailed
            ? {
                migration_id: null,
                outcome: null,
                reason: null,
                settled_at: null,
                accepted: false,
              }
            : { accepted: true },
        );
      return true;
    });
    return this.told(id, resumed ? 1 : 0);
  }

  private told(id: string, written: number): boolean {
    if (written === 1) {
      this.changed({ waveId: id });
    }
    return written === 1;
  }

  private startable(query: Knex.QueryBuilder): Knex.QueryBuilder {
    return this.unstarted(query)
      .whereNull('paused_at')
      .whereNull('canceled_at');
  }

  private unstarted(query: Knex.QueryBuilder): Knex.QueryBuilder {
    return query.whereIn(
      'id',
      this.knex('wave_plans')
        .select('wave_id')
        .whereNull('migration_id')
        .whereNull('outcome'),
    );
  }
}

/** What one look at a wave writes, while no other look came after it. */
export class FencedWave {
  constructor(
    private readonly knex: Knex,
    private readonly id: string,
    private readonly token: number,
    private readonly changed: ChangeListener,
  ) {}

  /**
   * For the transaction that inserts the migration: with it in one, a wave can start a plan only once, and nothing after
   * it was paused. @throws WaveLost
   */
  starting(planId: string): WithMigration {
    return async (trx, migrationId) => {
      await this.hold(trx);
      await this.settleRow(trx, planId, { migration_id: migrationId });
    };
  }

  /** It is not started. @throws WaveLost */
  async settle(
    planId: string,
    outcome: 'refused' | 'skipped',
    reason: string,
  ): Promise<void> {
    await this.knex.transaction(async trx => {
      await this.hold(trx);
      await this.settleRow(trx, planId, {
        outcome,
        reason: reason.slice(0, 2000),
        settled_at: new Date().toISOString(),
      });
    });
    this.changed({ waveId: this.id });
  }

  /** By itself. @throws WaveLost */
  async pause(): Promise<void> {
    await this.knex.transaction(async trx => {
      await this.hold(trx);
      await trx('waves')
        .where({ id: this.id })
        .update({ paused_at: new Date().toISOString(), paused_by: null });
    });
    this.changed({ waveId: this.id });
  }

  /** The look is over; the next one is at that time. */
  async lookAgainAt(time: number): Promise<void> {
    await this.knex('waves')
      .where({ id: this.id, fencing_token: this.token })
      .update({ lease_owner: null, lease_expires_at: time });
  }

  private async hold(trx: Knex.Transaction): Promise<void> {
    // an update, so that PostgreSQL locks the row until the write is in
    const held = await trx('waves')
      .where({ id: this.id, fencing_token: this.token })
      .whereNull('paused_at')
      .whereNull('canceled_at')
      .update({ fencing_token: this.token });
    if (held !== 1) {
      throw new WaveLost(`Wave ${this.id} was paused, or taken over`);
    }
  }

  private async settleRow(
    trx: Knex.Transaction,
    planId: string,
    columns: object,
  ): Promise<void> {
    const changed = await trx('wave_plans')
      .where({ wave_id: this.id, plan_id: planId })
      .whereNull('migration_id')
      .whereNull('outcome')
      .update(columns);
    if (changed !== 1) {
      throw new WaveLost(`Plan ${planId} was started already`);
    }
  }
}

async function plansOf(knex: Knex, waveId: string): Promise<StoredWavePlan[]> {
  const rows = await knex('wave_plans as w')
    .leftJoin('migrations as m', 'm.id', 'w.migration_id')
    .leftJoin('plans as p', 'p.id', 'w.plan_id')
    .join('waves', 'waves.id', 'w.wave_id')
    .where('w.wave_id', waveId)
    .orderBy('w.position')
    .select({
      planId: 'w.plan_id',
      snapshotName: 'w.plan_name',
      name: 'p.name',
      source: 'p.source',
      destination: 'p.destination',
      after: 'w.after',
      accepted: 'w.accepted',
      outcome: 'w.outcome',
      reason: 'w.reason',
      settledAt: 'w.settled_at',
      migrationId: 'w.migration_id',
      migrationState: 'm.state',
      record: 'm.record',
      startedAt: 'm.created_at',
      endedAt: 'm.ended_at',
      canceledAt: 'waves.canceled_at',
    });
  return rows.map(planOf);
}

function planOf(row: any): StoredWavePlan {
  const state = wavePlanState({
    outcome: row.outcome ?? undefined,
    migrationId: row.migrationId ?? undefined,
    migrationState: row.migrationState ?? undefined,
    waveCanceled: Boolean(row.canceledAt),
  });
  return {
    planId: row.planId,
    name: row.name ?? row.snapshotName,
    source: row.source ?? undefined,
    destination: row.destination ?? undefined,
    after: JSON.parse(row.after),
    accepted: Boolean(row.accepted),
    state,
    reason:
      row.reason ??
      (state === 'Failed' ? failureOf(JSON.parse(row.record)) : undefined),
    migrationId: row.migrationId ?? undefined,
    startedAt: row.startedAt ?? undefined,
    endedAt: row.endedAt ?? row.settledAt ?? undefined,
  };
}

function failureOf(record: {
  conditions: Array<{ category: string; message: string }>;
}): string | undefined {
  const { conditions } = record;
  return (
    conditions.find(({ category }) =>
      ['Critical', 'Error'].includes(category),
    ) ?? conditions[0]
  )?.message;
}

function waveOf(row: any): StoredWave {
  return {
    id: row.id,
    name: row.name ?? undefined,
    type: row.type as WaveType,
    concurrency: row.concurrency,
    onFailure: row.on_failure,
    createdBy: row.created_by ?? undefined,
    createdAt: row.created_at,
    pausedAt: row.paused_at ?? undefined,
    pausedBy: row.paused_by ?? undefined,
    canceledAt: row.canceled_at ?? undefined,
    canceledBy: row.canceled_by ?? undefined,
  };
}

export function nothingCounted(): WaveCounts {
  return {
    plans: 0,
    Waiting: 0,
    Running: 0,
    Succeeded: 0,
    Failed: 0,
    Canceled: 0,
    Refused: 0,
    Skipped: 0,
    NotStarted: 0,
    Removed: 0,
  };
}
