/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Migration } from '@namespace-migration/plugin-migration-common';

export interface Downtime {
  /** Undefined while the application has not been stopped. */
  seconds?: number;
  /** It is stopped now. */
  running: boolean;
}

export interface DowntimeWindow {
  /** Milliseconds since the epoch. */
  from: number;
  to: number;
  /** `to` is now: the application is stopped. */
  running: boolean;
}

/** When a cutover keeps the application stopped: from the begin of QuiesceSource to its health, or to the end. */
export function downtimeWindow(
  migration: Migration,
  now: number,
): DowntimeWindow | undefined {
  const stopped =
    migration.phases.find(({ phase }) => phase === 'QuiesceSource')
      ?.startedAt ?? migration.cutover?.quiescedAt;
  if (!stopped) {
    return undefined;
  }
  const from = Date.parse(stopped);
  const end = migration.cutover?.healthyAt ?? migration.endedAt;
  return {
    from,
    to: Math.max(from, end ? Date.parse(end) : now),
    running: end === undefined,
  };
}

/** How long that is. */
export function downtimeOf(migration: Migration, now: number): Downtime {
  const found = downtimeWindow(migration, now);
  return found
    ? { seconds: (found.to - found.from) / 1000, running: found.running }
    : { running: false };
}
