/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan } from '@namespace-migration/plugin-migration-common';
import type { Translate } from '../translation';
import { Tone } from './planStatus';

export type Side = 'source' | 'destination';

/** What one of the two clusters has to do with the application now. */
export function sideStatus(
  plan: Pick<Plan, 'state' | 'live' | 'lastMigration'>,
  side: Side,
  t: Translate,
): { label: string; tone: Tone | 'idle' } {
  if (plan.live === side) {
    return { label: t('sides.status.runs'), tone: 'ok' };
  }
  if (side === 'source') {
    return plan.live === 'destination'
      ? { label: t('sides.status.kept'), tone: 'idle' }
      : { label: t('sides.status.stopped'), tone: 'warning' };
  }
  switch (plan.state) {
    case 'NotReady':
    case 'Ready':
      return { label: t('sides.status.nothingYet'), tone: 'idle' };
    case 'Staging':
      return { label: t('sides.status.receivesData'), tone: 'running' };
    case 'CuttingOver':
      return { label: t('sides.status.receivesApplication'), tone: 'running' };
    case 'RollingBack':
    case 'Canceling':
      return { label: t('sides.status.cleanedUp'), tone: 'running' };
    case 'RolledBack':
      return { label: t('sides.status.nothingLeft'), tone: 'idle' };
    case 'Staged':
      return { label: t('sides.status.copy'), tone: 'idle' };
    default:
      return plan.live === 'none'
        ? { label: t('sides.status.notStarted'), tone: 'warning' }
        : { label: t('sides.status.part'), tone: 'idle' };
  }
}
