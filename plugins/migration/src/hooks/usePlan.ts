/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { migrationApiRef } from '../api/migrationApiRef';
import { useChangeSource } from './useChangeSource';
import { usePolled } from './usePolled';

const runningMs = 1_200;
const restingMs = 15_000;

/** A plan with its last migration; fast while that runs. */
export function usePlan(planId: string) {
  const api = useApi(migrationApiRef);
  const source = useChangeSource();
  const load = useCallback(() => api.getPlan(planId), [api, planId]);
  return usePolled(
    load,
    ({ lastMigration, lastProbe }) =>
      [lastMigration, lastProbe].some(
        migration => migration && !migration.endedAt,
      )
        ? runningMs
        : restingMs,
    { source, concerns: change => change.planId === planId },
  );
}
