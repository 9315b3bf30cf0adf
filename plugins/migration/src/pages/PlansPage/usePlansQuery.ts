/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MigrationApi,
  PlanState,
  PlanType,
} from '@namespace-migration/plugin-migration-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

export type PlansQuery = NonNullable<Parameters<MigrationApi['listPlans']>[0]>;
export type PlanSort = NonNullable<PlansQuery['sort']>;

/** What the page puts into the URL; an empty text removes it. */
export type PlansParameter =
  | 'search'
  | 'state'
  | 'type'
  | 'cluster'
  | 'entityRef'
  | 'createdBy'
  | 'sort'
  | 'order'
  | 'page'
  | 'size';

export const planPageSizes = [25, 50, 100];

export interface PlansUrl {
  query: PlansQuery & { limit: number; offset: number };
  /** From 0. */
  page: number;
  filtered: boolean;
  set(change: Partial<Record<PlansParameter, string>>): void;
  clear(): void;
}

const filters = [
  'search',
  'state',
  'type',
  'cluster',
  'entityRef',
  'createdBy',
] as const;

/** The filters, the order and the page, which the URL holds: a link to it shows the same. */
export function usePlansQuery(): PlansUrl {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.toString();
  const set = useCallback(
    (change: Partial<Record<PlansParameter, string>>) =>
      setParameters(
        before => {
          const next = new URLSearchParams(before);
          // another filter or order begins at the first page
          next.delete('page');
          for (const [name, value] of Object.entries(change)) {
            if (value) {
              next.set(name, value);
            } else {
              next.delete(name);
            }
          }
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  const clear = useCallback(
    () => set(Object.fromEntries(filters.map(name => [name, '']))),
    [set],
  );
  return useMemo(() => {
    const given = new URLSearchParams(text);
    const value = (name: PlansParameter) => given.get(name) || undefined;
    const size = Number(value('size'));
    const limit = planPageSizes.includes(size) ? size : planPageSizes[0];
    const page = Math.max(0, Math.floor(Number(value('page') ?? 1)) - 1) || 0;
    return {
      query: {
        search: value('search'),
        state: value('state') as PlanState | undefined,
        type: value('type') as PlanType | undefined,
        cluster: value('cluster'),
        entityRef: value('entityRef'),
        createdBy: value('createdBy'),
        sort: (value('sort') as PlanSort | undefined) ?? 'createdAt',
        order: value('order') === 'asc' ? 'asc' : 'desc',
        limit,
        offset: page * limit,
      },
      page,
      filtered: filters.some(name => value(name) !== undefined),
      set,
      clear,
    };
  }, [text, set, clear]);
}
