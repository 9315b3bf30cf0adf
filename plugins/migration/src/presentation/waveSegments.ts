/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  WaveCounts,
  WavePlanState,
} from '@namespace-migration/plugin-migration-common';

/** From what is over to what is to come. */
const order: WavePlanState[] = [
  'Succeeded',
  'Failed',
  'Canceled',
  'Refused',
  'Skipped',
  'Removed',
  'Running',
  'Waiting',
  'NotStarted',
];

export interface WaveSegment {
  state: WavePlanState;
  amount: number;
  /** Of the wave, from 0 to 1. */
  share: number;
}

/** The parts of a wave's bar, from left to right; none of them is empty. */
export function waveSegments(counts: WaveCounts): WaveSegment[] {
  return order
    .map(state => ({
      state,
      amount: counts[state],
      share: counts.plans === 0 ? 0 : counts[state] / counts.plans,
    }))
    .filter(({ amount }) => amount > 0);
}
