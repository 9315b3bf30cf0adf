/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { migrationApiRef } from '../api/migrationApiRef';
import { useChangeSource } from './useChangeSource';
import { usePolled } from './usePolled';

const runningMs = 2_000;
const restingMs = 15_000;

/** A wave with its plans; asked again and again while it goes on. */
export function useWave(waveId: string) {
  const api = useApi(migrationApiRef);
  const source = useChangeSource();
  const load = useCallback(() => api.getWave(waveId), [api, waveId]);
  return usePolled(
    load,
    ({ endedAt, counts }) =>
      endedAt || counts.Running + counts.Waiting === 0 ? restingMs : runningMs,
    {
      source,
      concerns: (change, shown) =>
        change.waveId === waveId ||
        (shown?.plans?.some(plan => plan.planId === change.planId) ?? false),
    },
  );
}
