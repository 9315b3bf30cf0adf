/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import { Analytics } from '@namespace-migration/plugin-migration-common';
import { useCallback } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { usePolled } from '../../hooks/usePolled';

const runningMs = 1_500;
const restingMs = 30_000;

/** The plan's analytics, null while none were made; fast while they are made. */
export function useAnalytics(planId: string) {
  const api = useApi(migrationApiRef);
  const load = useCallback(async (): Promise<Analytics | null> => {
    try {
      return await api.getAnalytics(planId);
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode === 404) {
        return null;
      }
      throw error;
    }
  }, [api, planId]);
  return usePolled(load, found =>
    found?.state === 'running' ? runningMs : restingMs,
  );
}
