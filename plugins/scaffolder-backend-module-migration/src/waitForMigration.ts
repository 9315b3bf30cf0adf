/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Migration,
  MigrationApi,
} from '@namespace-migration/plugin-migration-common';
import { withServerError } from './migrationClientFor';

export interface WaitOptions {
  deadlineSeconds: number;
  /** Told whenever another phase runs or it waits for something else. */
  onChange(text: string): void;
  signal?: AbortSignal;
  pollMs?: number;
}

/**
 * The migration at its end.
 * @throws Error naming what it waits for when the deadline is over; the migration itself goes on
 */
export async function waitForMigration(
  api: Pick<MigrationApi, 'getMigration'>,
  id: string,
  options: WaitOptions,
): Promise<Migration> {
  const { signal, deadlineSeconds, pollMs = 2_000 } = options;
  const deadline = Date.now() + deadlineSeconds * 1000;
  let told = '';
  for (;;) {
    signal?.throwIfAborted();
    const migration = await withServerError(api.getMigration(id));
    if (migration.endedAt) {
      return migration;
    }
    const now = positionOf(migration);
    if (now !== told) {
      told = now;
      options.onChange(now);
    }
    if (Date.now() >= deadline) {
      throw new Error(
        `The ${migration.type} (migration ${id}) has not ended in ${deadlineSeconds} s: ${now}. It goes on without this task; give a longer deadlineSeconds, or set wait to false and look at it on the entity's page.`,
      );
    }
    await sleep(
      Math.min(pollMs, Math.max(deadline - Date.now(), 1)),
      undefined,
      {
        signal,
      },
    );
  }
}

function positionOf({ phases, state }: Migration): string {
  const phase = phases.find(({ state: s }) =>
    ['running', 'waiting'].includes(s),
  );
  if (!phase) {
    return state;
  }
  return phase.waitingFor
    ? `${phase.phase} waits for ${phase.waitingFor}`
    : phase.phase;
}
