/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useRef } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { ofList } from '../../hooks/ofList';
import { useChangeSource } from '../../hooks/useChangeSource';
import { usePolled } from '../../hooks/usePolled';
import { PlansQuery } from './usePlansQuery';

const runningMs = 3_000;
const restingMs = 15_000;

/** A page of plans. While another page or filter is asked for, the last answer stays. */
export function usePlans(query: PlansQuery) {
  const api = useApi(migrationApiRef);
  const source = useChangeSource();
  const load = useCallback(
    () => api.listPlans({ ...query, detail: 'summary' }),
    [api, query],
  );
  const polled = usePolled(
    load,
    ({ items }) =>
      items.some(({ lastMigration }) => lastMigration && !lastMigration.endedAt)
        ? runningMs
        : restingMs,
    {
      source,
      concerns: (change, shown) => ofList(change, shown?.items),
      gapMs: runningMs,
    },
  );
  const last = useRef(polled.value);
  last.current = polled.value ?? last.current;
  return { ...polled, value: last.current };
}
