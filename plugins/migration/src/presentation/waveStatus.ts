/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  WavePlanState,
  WaveState,
} from '@namespace-migration/plugin-migration-common';
import { Tone } from './planStatus';

/** How a wave's state is to be coloured. */
export const waveTones: Record<WaveState, Tone | 'idle'> = {
  Running: 'running',
  Paused: 'warning',
  Canceling: 'running',
  Completed: 'ok',
  Failed: 'error',
  Canceled: 'idle',
};

/** How the state of a plan in a wave is to be coloured. */
export const wavePlanTones: Record<WavePlanState, Tone | 'idle'> = {
  Waiting: 'pending',
  Running: 'running',
  Succeeded: 'ok',
  Failed: 'error',
  Canceled: 'error',
  Refused: 'warning',
  Skipped: 'warning',
  NotStarted: 'idle',
  Removed: 'idle',
};
