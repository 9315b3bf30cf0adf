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

/** A migration; asked again and again while it runs, once when it has ended. */
export function useMigration(migrationId: string) {
  const api = useApi(migrationApiRef);
  const source = useChangeSource();
  const load = useCallback(
    () => api.getMigration(migrationId),
    [api, migrationId],
  );
  return usePolled(load, ({ endedAt }) => (endedAt ? undefined : runningMs), {
    source,
    concerns: change => change.migrationId === migrationId,
  });
}
