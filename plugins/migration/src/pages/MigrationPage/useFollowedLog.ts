/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import { MigrationPod } from '@namespace-migration/plugin-migration-common';
import { useCallback, useMemo } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { usePolled } from '../../hooks/usePolled';
import { appendLog, lastTimeOf } from '../../presentation/appendLog';

const followMs = 2_000;
const FIRST_LINES = 1_000;
const MOST_LINES = 5_000;

/** A container's log with its times: its last lines, and while it is followed what comes after them. */
export function useFollowedLog(
  migrationId: string,
  { cluster, namespace, name }: MigrationPod,
  container: string | undefined,
  following: boolean,
) {
  const api = useApi(migrationApiRef);
  // what is known belongs to the very container that is asked for
  const load = useMemo(() => {
    let known = '';
    return async () => {
      const sinceTime = lastTimeOf(known);
      const piece = await api.getMigrationPodLog(
        migrationId,
        { cluster, namespace, name },
        {
          container,
          sinceTime,
          tailLines: sinceTime ? MOST_LINES : FIRST_LINES,
        },
      );
      known = appendLog(known, piece);
      return known;
    };
  }, [api, migrationId, cluster, namespace, name, container]);
  const polled = usePolled(load, () => (following ? followMs : undefined));
  const { reload } = polled;
  return { ...polled, follow: useCallback(() => reload(), [reload]) };
}
