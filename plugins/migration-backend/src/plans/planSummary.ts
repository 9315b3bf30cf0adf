/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Migration, Plan } from '@namespace-migration/plugin-migration-common';

/** Without what only the page of a plan shows, see `detail` in openapi.yaml. */
export function planSummary(plan: Plan): Plan {
  const { lastMigration, lastProbe } = plan;
  return {
    ...plan,
    volumes: [],
    selections: undefined,
    checks: undefined,
    lastMigration: lastMigration && migrationSummary(lastMigration),
    lastProbe:
      lastProbe && !lastProbe.endedAt ? migrationSummary(lastProbe) : undefined,
  };
}

function migrationSummary(migration: Migration): Migration {
  return {
    ...migration,
    phases: migration.phases.filter(({ state }) =>
      ['running', 'waiting'].includes(state),
    ),
    volumes: migration.endedAt ? [] : migration.volumes,
  };
}
