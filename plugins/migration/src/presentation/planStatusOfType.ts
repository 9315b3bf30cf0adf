/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan, PlanState } from '@namespace-migration/plugin-migration-common';

/** What to know or do next, where a plan that brings no objects differs from one that does. */
export function nextOfType(
  plan: Pick<
    Plan,
    'type' | 'state' | 'live' | 'source' | 'destination' | 'lastMigration'
  >,
): string | undefined {
  const { source, destination, live } = plan;
  const what = plan.lastMigration?.type ?? 'migration';
  const conversion: Partial<Record<PlanState, string>> = {
    Ready:
      'Stage copies the data to the new volumes while the application keeps running. It can be repeated.',
    Staging:
      'Data is being copied to the new volumes. The application keeps running on the old ones.',
    Staged:
      'The data was copied to the new volumes. A cutover now copies only what changed since.',
    CuttingOver:
      live === 'none'
        ? 'The application is stopped until it starts on its new volumes.'
        : live === 'destination'
        ? 'The application was started on its new volumes and is being checked.'
        : 'Data is being copied; the application still runs on its old volumes.',
    Migrated:
      'The application runs on its new volumes. Roll back if it has to return to the old ones, or delete these when nobody needs them.',
    RollingBack: 'The application returns to its old volumes.',
    RolledBack: 'The application runs on its old volumes as before.',
    Failed:
      live === 'source'
        ? `The ${what} failed; the application runs on its old volumes. Do what the conditions say and start it again.`
        : live === 'destination'
        ? `The ${what} failed after the application was started on its new volumes. Do what the conditions say, or roll back.`
        : undefined,
  };
  const state: Partial<Record<PlanState, string>> = {
    CuttingOver:
      live === 'none'
        ? `The application on ${source} is stopped while the last changes are copied.`
        : `Data is being copied; the application still runs on ${source}.`,
    Migrated: `The volumes are on ${destination}, compared. The application on ${source} stays stopped: roll back to start it again.`,
    RollingBack: `The claims that were made on ${destination} are being removed.`,
    RolledBack: `The application on ${source} is as before; the claims that were made on ${destination} are gone.`,
  };
  switch (plan.type) {
    case 'storageConversion':
      return conversion[plan.state];
    case 'state':
      return state[plan.state];
    default:
      return undefined;
  }
}
