/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MigrationState,
  WavePlanState,
  WaveType,
} from '@namespace-migration/plugin-migration-common';

export interface StoredWave {
  id: string;
  name?: string;
  type: WaveType;
  concurrency: number;
  onFailure: 'stop' | 'continue';
  createdBy?: string;
  createdAt: string;
  pausedAt?: string;
  /** Absent when it stopped by itself. */
  pausedBy?: string;
  canceledAt?: string;
  canceledBy?: string;
}

/** A plan of a wave, with what is known of it now. */
export interface StoredWavePlan {
  planId: string;
  name: string;
  source?: string;
  destination?: string;
  after: string[];
  /** The wave was resumed although this one did not succeed. */
  accepted: boolean;
  state: WavePlanState;
  reason?: string;
  migrationId?: string;
  startedAt?: string;
  endedAt?: string;
}

/** What is stored of a plan in a wave, and the state of what was started. */
export interface WavePlanFacts {
  outcome?: 'refused' | 'skipped';
  migrationId?: string;
  /** Absent when the migration is gone with its plan. */
  migrationState?: MigrationState;
  waveCanceled: boolean;
}

/** Derived, never stored. */
export function wavePlanState(facts: WavePlanFacts): WavePlanState {
  if (facts.outcome) {
    return facts.outcome === 'refused' ? 'Refused' : 'Skipped';
  }
  if (!facts.migrationId) {
    return facts.waveCanceled ? 'NotStarted' : 'Waiting';
  }
  switch (facts.migrationState) {
    case undefined:
      return 'Removed';
    case 'Completed':
      return 'Succeeded';
    case 'Failed':
    case 'Canceled':
      return facts.migrationState;
    default:
      return 'Running';
  }
}
