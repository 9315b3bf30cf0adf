/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import { Migration } from '@namespace-migration/plugin-migration-common';
import { useCallback } from 'react';
import { migrationApiRef } from '../api/migrationApiRef';
import { usePolled } from './usePolled';

/** All migrations of a plan, newest first; asked anew when another one is the last or the last changed its state. */
export function useMigrations(
  planId: string,
  ...last: Array<Migration | undefined>
) {
  const api = useApi(migrationApiRef);
  const version = last
    .map(migration => migration && `${migration.id} ${migration.state}`)
    .filter(Boolean)
    .join(' ');
  const load = useCallback(
    async () => (version ? api.listMigrations(planId) : []),
    [api, planId, version],
  );
  return usePolled(load, () => undefined);
}
