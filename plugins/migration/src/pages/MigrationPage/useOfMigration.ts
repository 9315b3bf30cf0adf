/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Migration,
  MigrationApi,
} from '@namespace-migration/plugin-migration-common';
import { useCallback } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { useChangeSource } from '../../hooks/useChangeSource';
import { usePolled } from '../../hooks/usePolled';

const runningMs = 3_000;

/** What belongs to a migration: asked every few seconds while it runs, and once more at its end. */
export function useOfMigration<T>(
  { id, endedAt }: Migration,
  ask: (api: MigrationApi, migrationId: string) => Promise<T>,
) {
  const api = useApi(migrationApiRef);
  const source = useChangeSource();
  const running = !endedAt;
  const load = useCallback(() => ask(api, id), [api, ask, id]);
  return usePolled(load, () => (running ? runningMs : undefined), {
    source,
    concerns: change => change.migrationId === id,
    gapMs: runningMs,
  });
}
