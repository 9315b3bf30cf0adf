/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  WavePlanState,
  WaveType,
} from '@namespace-migration/plugin-migration-common';
import { StoredWave, StoredWavePlan } from '../database/waveRecord';

export interface NextStarts {
  /** Plans to start now, in their order. */
  start: string[];
  /** Plans that are never started, because one that they come after did not succeed. */
  skip: Array<{ planId: string; reason: string }>;
  /** The wave stops here, until a person resumes it. */
  pause: boolean;
}

/** Ended, and not as it should. */
const failures: WavePlanState[] = ['Failed', 'Canceled', 'Refused'];

const words: Partial<Record<WavePlanState, string>> = {
  Failed: 'failed',
  Canceled: 'was canceled',
  Refused: 'could not be started',
  Skipped: 'was skipped',
  Removed: 'was deleted',
};

/** What to do for a wave now, from nothing but what is known of its plans. */
export function nextStarts(
  wave: Pick<StoredWave, 'type' | 'concurrency' | 'onFailure'> & {
    pausedAt?: string;
    canceledAt?: string;
  },
  plans: Array<
    Pick<StoredWavePlan, 'planId' | 'name' | 'after' | 'accepted' | 'state'>
  >,
): NextStarts {
  const nothing: NextStarts = { start: [], skip: [], pause: false };
  if (wave.pausedAt || wave.canceledAt) {
    return nothing;
  }
  const waiting = plans.filter(({ state }) => state === 'Waiting');
  const failed = plans.some(
    ({ state, accepted }) => failures.includes(state) && !accepted,
  );
  if (waiting.length > 0 && failed && wave.onFailure === 'stop') {
    return { ...nothing, pause: true };
  }
  const byId = new Map(plans.map(plan => [plan.planId, { ...plan }]));
  const skip: NextStarts['skip'] = [];
  // one that is skipped makes others so, in whichever order they are listed
  for (let found = true; found; ) {
    found = false;
    for (const { planId } of waiting) {
      const plan = byId.get(planId)!;
      const broken = plan.after
        .map(id => byId.get(id))
        .find(before => before && words[before.state]);
      if (plan.state === 'Waiting' && broken) {
        plan.state = 'Skipped';
        skip.push({ planId, reason: reasonOf(wave.type, broken) });
        found = true;
      }
    }
  }
  const running = plans.filter(({ state }) => state === 'Running').length;
  const start = waiting
    .map(({ planId }) => byId.get(planId)!)
    .filter(
      ({ state, after }) =>
        state === 'Waiting' &&
        after.every(id => byId.get(id)?.state === 'Succeeded'),
    )
    .map(({ planId }) => planId);
  return {
    start: start.slice(0, Math.max(0, wave.concurrency - running)),
    skip,
    pause: false,
  };
}

function reasonOf(
  type: WaveType,
  before: Pick<StoredWavePlan, 'name' | 'state'>,
): string {
  return `The ${type} of plan ${before.name}, which had to succeed first, ${
    words[before.state]
  }`;
}
