/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  type Migration,
  type MigrationType,
} from '@namespace-migration/plugin-migration-common';
import { type Progress } from '@namespace-migration/local-clusters';
import { type Portal } from './Portal';
import { pause } from './waitUntil';

const hours = 2;

/** Runs one migration to its end and tells its phases as they begin. @throws with its conditions when it does not complete */
export async function runMigration(options: {
  portal: Portal;
  planId: string;
  type: MigrationType;
  /** For example `stage 1`. */
  name: string;
  progress: Progress;
  signal: AbortSignal;
}): Promise<Migration> {
  const { portal, name, progress, signal } = options;
  const { id } = await portal.api.startMigration(options.planId, {
    type: options.type,
  });
  const deadline = Date.now() + hours * 3600_000;
  let told = '';
  let toldAt = 0;
  for (;;) {
    signal.throwIfAborted();
    const migration = await portal.api.getMigration(id);
    const current = migration.phases.find(({ state }) =>
      ['running', 'waiting'].includes(state),
    );
    if (current && current.phase !== told) {
      progress.step(`${name}: ${current.phase}`);
      told = current.phase;
      toldAt = Date.now();
    } else if (current?.waitingFor && Date.now() - toldAt > 15_000) {
      progress.step(`${name}: waits for ${current.waitingFor}`);
      toldAt = Date.now();
    }
    if (migration.endedAt) {
      if (migration.state !== 'Completed') {
        throw new Error(
          `${name} ended as ${migration.state}: ${whyOf(migration)}`,
        );
      }
      return migration;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `${name} has not ended in ${hours} hours: ${whyOf(migration)}`,
      );
    }
    await pause(300);
  }
}

function whyOf({ conditions, phases }: Migration): string {
  return [
    ...conditions.map(({ type, message }) => `${type}: ${message}`),
    ...phases
      .filter(({ state }) => ['running', 'waiting', 'failed'].includes(state))
      .map(
        ({ phase, state, waitingFor }) =>
          `phase ${phase} is ${state}${waitingFor ? ` for ${waitingFor}` : ''}`,
      ),
  ].join('; ');
}

/** Seconds of each phase that ran. */
export function phaseSeconds(
  migration: string,
  { phases }: Migration,
): Array<{ migration: string; phase: string; seconds: number }> {
  return phases
    .filter(({ startedAt, endedAt }) => startedAt && endedAt)
    .map(({ phase, startedAt, endedAt }) => ({
      migration,
      phase,
      seconds: (Date.parse(endedAt!) - Date.parse(startedAt!)) / 1000,
    }));
}
