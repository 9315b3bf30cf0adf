/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan } from '@namespace-migration/plugin-migration-common';
import { Tone } from './planStatus';

export type Side = 'source' | 'destination';

/** What is on one side of a plan now; `idle` is neither good nor bad. */
export function sideStatus(
  plan: Pick<Plan, 'state' | 'live' | 'lastMigration'>,
  side: Side,
): { label: string; tone: Tone | 'idle' } {
  if (plan.live === side) {
    return { label: 'The application runs here', tone: 'ok' };
  }
  if (side === 'source') {
    return plan.live === 'destination'
      ? { label: 'Stopped; the data is kept', tone: 'idle' }
      : { label: 'Stopped', tone: 'warning' };
  }
  switch (plan.state) {
    case 'NotReady':
    case 'Ready':
      return { label: 'Nothing was copied yet', tone: 'idle' };
    case 'Staging':
      return { label: 'Receives the data', tone: 'running' };
    case 'CuttingOver':
      return { label: 'Receives the application', tone: 'running' };
    case 'RollingBack':
    case 'Canceling':
      return { label: 'Is being cleaned up', tone: 'running' };
    case 'RolledBack':
      return { label: 'Nothing is left here', tone: 'idle' };
    case 'Staged':
      return { label: 'Holds a copy of the data', tone: 'idle' };
    default:
      return plan.live === 'none'
        ? { label: 'Not started', tone: 'warning' }
        : { label: 'May hold a part of the data', tone: 'idle' };
  }
}
