/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { LoggerService } from '@backstage/backend-plugin-api';
import { Condition } from '@namespace-migration/plugin-migration-common';
import { ClusterError } from '@namespace-migration/plugin-migration-node';
import {
  FencedMigrationStore,
  LeaseLost,
} from '../database/FencedMigrationStore';
import { PhaseRow, StoredMigration } from '../database/migrationRecord';
import { canCancel, isBroken, nextPhase } from './nextPhase';
import { Phase, PhaseContext, PhaseResult } from './Phase';
import { PhaseObserver } from './PhaseObserver';

const POLL_MS = 700;
const BACKOFF_MAX_MS = 15_000;

export interface WorkerOptions {
  store: FencedMigrationStore;
  logger: LoggerService;
  observer: PhaseObserver;
  /** Aborts when the lease is lost or the backend ends. */
  signal: AbortSignal;
  contextFor(migration: StoredMigration, phase: string): Promise<PhaseContext>;
}

/** Leads one migration along its itinerary to an end. Everything it knows is in the store: a new worker goes on from there. */
export async function lead(options: WorkerOptions): Promise<void> {
  const { store, signal } = options;
  const first = await store.read();
  if (first.state === 'Queued') {
    await store.update({
      state: 'Running',
      startedAt: new Date().toISOString(),
    });
  }
  for (;;) {
    signal.throwIfAborted();
    const migration = await store.read();
    if (migration.endedAt) {
      return;
    }
    const rows = await store.phases();
    if (migration.cancelRequested && canCancel(migration, rows)) {
      await store.update({ itinerary: 'cancel', state: 'Canceling' });
      continue;
    }
    if (isBroken(migration.itinerary, rows)) {
      await leave(store, migration);
      continue;
    }
    const phase = nextPhase(
      migration.plan,
      migration.itinerary,
      rows,
      migration.type,
    );
    if (!phase) {
      await end(store, migration);
      return;
    }
    await runPhase(options, migration, phase, rows);
  }
}

async function runPhase(
  options: WorkerOptions,
  migration: StoredMigration,
  phase: Phase,
  rows: PhaseRow[],
): Promise<void> {
  const { store, signal, observer } = options;
  const context = await options.contextFor(migration, phase.name);
  const known = rows.find(
    row => row.itinerary === migration.itinerary && row.phase === phase.name,
  );
  let row: PhaseRow = {
    itinerary: migration.itinerary,
    phase: phase.name,
    state: 'running',
    attempts: (known?.attempts ?? 0) + 1,
    startedAt: known?.startedAt ?? new Date().toISOString(),
    deadline:
      known?.deadline ??
      new Date(
        Date.now() +
          phase.deadlineSeconds(context.options, {
            objects: Math.max(
              migration.record.objects?.expected ?? 0,
              known?.deadline ? 0 : await store.countObjects(),
            ),
          }) *
            1000,
      ).toISOString(),
  };
  await store.putPhase(row);
  observer({
    migrationId: migration.id,
    itinerary: migration.itinerary,
    phase: phase.name,
    moment: 'started',
  });
  let pause = POLL_MS;
  for (;;) {
    signal.throwIfAborted();
    const current = await store.read();
    if (current.cancelRequested && canCancel(current, await store.phases())) {
      await store.putPhase({
        ...row,
        state: 'skipped',
        endedAt: new Date().toISOString(),
      });
      return;
    }
    context.migration = current;
    context.plan = current.plan;
    const result = await attempt(phase, context, options.logger);
    observer({
      migrationId: migration.id,
      itinerary: migration.itinerary,
      phase: phase.name,
      moment: 'ran',
    });
    if (result.state === 'done') {
      await store.putPhase({
        ...row,
        state: 'completed',
        waitingFor: undefined,
        endedAt: new Date().toISOString(),
      });
      return;
    }
    const overdue = Date.now() > Date.parse(row.deadline!);
    if (result.state === 'failed' || overdue) {
      const conditions =
        result.state === 'failed'
          ? result.conditions
          : [deadlineCondition(phase, row, result.for)];
      await explain(store, phase, conditions);
      await store.putPhase({
        ...row,
        state: 'failed',
        waitingFor: undefined,
        endedAt: new Date().toISOString(),
      });
      return;
    }
    if (row.state !== 'waiting' || row.waitingFor !== result.for) {
      row = { ...row, state: 'waiting', waitingFor: result.for };
      await store.putPhase(row);
    }
    pause =
      'transient' in result ? Math.min(pause * 2, BACKOFF_MAX_MS) : POLL_MS;
    await sleep(pause, signal);
  }
}

type Attempt =
  | Exclude<PhaseResult, { state: 'waiting' }>
  | { state: 'waiting'; for: string; transient?: true };

/** A cluster that does not answer is waited for; what cannot be understood fails the phase, with its words. */
async function attempt(
  phase: Phase,
  context: PhaseContext,
  logger: LoggerService,
): Promise<Attempt> {
  try {
    return await phase.run(context);
  } catch (error) {
    if (error instanceof LeaseLost) {
      throw error;
    }
    if (
      error instanceof ClusterError &&
      (error.transient || error.statusCode === 409)
    ) {
      return { state: 'waiting', for: error.message, transient: true };
    }
    logger.error(
      `Phase ${phase.name} of migration ${context.migration.id} failed: ${error}`,
    );
    const type = error instanceof ClusterError ? error.reason : 'PhaseFailed';
    return {
      state: 'failed',
      conditions: [
        {
          type,
          category: 'Critical',
          message: `${phase.name}: ${(error as Error).message}`,
        },
      ],
    };
  }
}

function deadlineCondition(
  phase: Phase,
  row: PhaseRow,
  what: string,
): Condition {
  return {
    type: 'DeadlineExceeded',
    category: 'Critical',
    message: `${phase.name} waited from ${row.startedAt} until ${row.deadline} for ${what}. Look at that object's events; the deadline is an option of the plan.`,
  };
}

/** Stored before the phase counts as failed: a failure must never be without its reason. */
async function explain(
  store: FencedMigrationStore,
  phase: Phase,
  conditions: Condition[],
): Promise<void> {
  const time = new Date().toISOString();
  await store.updateRecord(record => {
    const known = (condition: Condition) =>
      record.conditions.some(
        ({ type, message }) =>
          type === condition.type && message === condition.message,
      );
    return {
      ...record,
      conditions: [
        ...record.conditions,
        ...conditions
          .filter(condition => !known(condition))
          .map(condition => ({ ...condition, time })),
      ],
    };
  });
  for (const condition of conditions) {
    await store.addEvent({
      level: 'error',
      phase: phase.name,
      reason: condition.type,
      message: condition.message,
      object: condition.object,
    });
  }
}

/** Out of a broken itinerary. On the way back out (failed, cancel) a failure is told and the rest still done. */
async function leave(
  store: FencedMigrationStore,
  migration: StoredMigration,
): Promise<void> {
  await store.update(
    migration.itinerary === 'rollback'
      ? { state: 'Failed', endedAt: new Date().toISOString() }
      : { itinerary: 'failed' },
  );
}

async function end(
  store: FencedMigrationStore,
  migration: StoredMigration,
): Promise<void> {
  const state =
    migration.itinerary === 'failed'
      ? 'Failed'
      : migration.itinerary === 'cancel'
      ? 'Canceled'
      : 'Completed';
  await store.addEvent({
    level: state === 'Failed' ? 'error' : 'info',
    reason: `Migration${state}`,
    message: `The ${migration.type} has ended: ${state}`,
  });
  await store.update({ state, endedAt: new Date().toISOString() });
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    signal.addEventListener('abort', over);
  });
}
