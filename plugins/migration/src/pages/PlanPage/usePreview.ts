/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import { Preview } from '@namespace-migration/plugin-migration-common';
import { useCallback } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { usePolled } from '../../hooks/usePolled';

const runningMs = 1_200;
const restingMs = 15_000;

/** The plan's preview, null while none was made; fast while it is made. */
export function usePreview(planId: string) {
  const api = useApi(migrationApiRef);
  const load = useCallback(async (): Promise<Preview | null> => {
    try {
      return await api.getPreview(planId);
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode === 404) {
        return null;
      }
      throw error;
    }
  }, [api, planId]);
  return usePolled(load, preview =>
    preview?.state === 'running' ? runningMs : restingMs,
  );
}
