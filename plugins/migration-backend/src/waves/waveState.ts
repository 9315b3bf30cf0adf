/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  WaveCounts,
  WaveState,
} from '@namespace-migration/plugin-migration-common';

/** Derived, never stored. */
export function waveState(
  wave: { pausedAt?: string; canceledAt?: string },
  counts: WaveCounts,
): WaveState {
  if (wave.canceledAt) {
    return counts.Running > 0 ? 'Canceling' : 'Canceled';
  }
  if (counts.Waiting > 0) {
    return wave.pausedAt ? 'Paused' : 'Running';
  }
  if (counts.Running > 0) {
    return 'Running';
  }
  return counts.Succeeded === counts.plans ? 'Completed' : 'Failed';
}
