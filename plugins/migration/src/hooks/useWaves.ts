/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useRef } from 'react';
import { migrationApiRef } from '../api/migrationApiRef';
import { useChangeSource } from './useChangeSource';
import { usePolled } from './usePolled';

const runningMs = 3_000;
const restingMs = 15_000;
const signaledMs = 3_000;

/** A page of waves. While another page is asked for, the last answer stays. */
export function useWaves(limit: number, offset: number) {
  const api = useApi(migrationApiRef);
  const source = useChangeSource();
  const load = useCallback(
    () => api.listWaves({ limit, offset }),
    [api, limit, offset],
  );
  const polled = usePolled(
    load,
    ({ items }) =>
      items.some(({ endedAt }) => !endedAt) ? runningMs : restingMs,
    // a migration of some plan may be one of a wave's; its progress is not
    { source, concerns: ({ migrationId }) => !migrationId, gapMs: signaledMs },
  );
  const last = useRef(polled.value);
  last.current = polled.value ?? last.current;
  return { ...polled, value: last.current };
}
