/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan, PlanState } from '@namespace-migration/plugin-migration-common';
import type { Translate } from '../translation';
import { nextOfType } from './planStatusOfType';

export type Tone = 'ok' | 'running' | 'pending' | 'warning' | 'error';

export interface PlanStatus {
  label: string;
  tone: Tone;
  /** What a developer has to know or do now, in one sentence. */
  next: string;
}

/** What the status of a plan is told from. */
export type PlanOfStatus = Pick<
  Plan,
  'type' | 'state' | 'live' | 'source' | 'destination' | 'lastMigration'
>;

const tones: Record<PlanState, Tone> = {
  NotReady: 'warning',
  Ready: 'ok',
  Staging: 'running',
  Staged: 'ok',
  CuttingOver: 'running',
  Migrated: 'ok',
  RollingBack: 'running',
  RolledBack: 'ok',
  Canceling: 'running',
  Failed: 'error',
};

/** How the state of a plan is to be coloured. */
export function planTone(state: PlanState): Tone {
  return tones[state];
}

/** The plan's state in words. */
export function planStatus(plan: PlanOfStatus, t: Translate): PlanStatus {
  return {
    label: t(`plans.states.${plan.state}`),
    tone: planTone(plan.state),
    next: nextOfType(plan, t) ?? nextOf(plan, t),
  };
}

function nextOf(plan: PlanOfStatus, t: Translate): string {
  const { state, live, source, destination } = plan;
  const clusters = { source, destination };
  switch (state) {
    case 'NotReady':
    case 'Canceling':
      return t(`planStatus.full.${state}`);
    case 'CuttingOver':
      return t(`planStatus.full.CuttingOver.${live}`, clusters);
    case 'Failed':
      return t(`planStatus.full.Failed.${live}`, {
        ...clusters,
        what: t(`planStatus.what.${plan.lastMigration?.type ?? 'migration'}`),
      });
    default:
      return t(`planStatus.full.${state}`, clusters);
  }
}
