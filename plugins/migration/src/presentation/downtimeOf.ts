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

/** How long a cutover keeps the application stopped: from the begin of QuiesceSource to its health, or to the end. */
export function downtimeOf(migration: Migration, now: number): Downtime {
  const stopped =
    migration.phases.find(({ phase }) => phase === 'QuiesceSource')
      ?.startedAt ?? migration.cutover?.quiescedAt;
  if (!stopped) {
    return { running: false };
  }
  const end = migration.cutover?.healthyAt ?? migration.endedAt;
  return {
    seconds: Math.max(
      0,
      ((end ? Date.parse(end) : now) - Date.parse(stopped)) / 1000,
    ),
    running: end === undefined,
  };
}
