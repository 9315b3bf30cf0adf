/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan, PlanState } from '@namespace-migration/plugin-migration-common';

import { nextOfType } from './planStatusOfType';

export type Tone = 'ok' | 'running' | 'pending' | 'warning' | 'error';

export interface PlanStatus {
  label: string;
  tone: Tone;
  /** What a developer has to know or do now, in one sentence. */
  next: string;
}

/** The plan's state in words. */
export function planStatus(
  plan: Pick<
    Plan,
    'type' | 'state' | 'live' | 'source' | 'destination' | 'lastMigration'
  >,
): PlanStatus {
  const { source, destination } = plan;
  const texts: Record<PlanState, PlanStatus> = {
    NotReady: {
      label: 'Not ready',
      tone: 'warning',
      next: 'Settle the conditions below, then check again.',
    },
    Ready: {
      label: 'Ready',
      tone: 'ok',
      next: `Stage copies the data to ${destination} while the application keeps running. It can be repeated.`,
    },
    Staging: {
      label: 'Staging',
      tone: 'running',
      next: `Data is being copied to ${destination}. The application keeps running on ${source}.`,
    },
    Staged: {
      label: 'Staged',
      tone: 'ok',
      next: `The data was copied to ${destination}. A cutover now copies only what changed since.`,
    },
    CuttingOver: {
      label: 'Cutting over',
      tone: 'running',
      next:
        plan.live === 'none'
          ? `The application is stopped until it starts on ${destination}.`
          : plan.live === 'destination'
          ? `The application was started on ${destination} and is being checked.`
          : `Data is being copied; the application still runs on ${source}.`,
    },
    Migrated: {
      label: 'Migrated',
      tone: 'ok',
      next: `The application runs on ${destination}. Roll back if it has to return to ${source}.`,
    },
    RollingBack: {
      label: 'Rolling back',
      tone: 'running',
      next: `The application returns to ${source}.`,
    },
    RolledBack: {
      label: 'Rolled back',
      tone: 'ok',
      next: `The application runs on ${source} as before; what was created on ${destination} is gone.`,
    },
    Canceling: {
      label: 'Canceling',
      tone: 'running',
      next: 'What the migration changed is being taken back.',
    },
    Failed: { label: 'Failed', tone: 'error', next: afterFailure(plan) },
  };
  const text = texts[plan.state];
  return { ...text, next: nextOfType(plan) ?? text.next };
}

function afterFailure(
  plan: Pick<Plan, 'live' | 'source' | 'destination' | 'lastMigration'>,
): string {
  const what = plan.lastMigration?.type ?? 'migration';
  switch (plan.live) {
    case 'source':
      return `The ${what} failed; the application runs on ${plan.source}. Do what the conditions say and start it again.`;
    case 'destination':
      return `The ${what} failed after the application was started on ${plan.destination}. Do what the conditions say, or roll back.`;
    default:
      return `The ${what} failed and the application runs nowhere. Do what the conditions say now.`;
  }
}
