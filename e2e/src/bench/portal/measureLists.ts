/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MigrationClient,
  PlanState,
} from '@namespace-migration/plugin-migration-common';
import { openedEntity } from './seededRows';
import { timed, Times, timesOf } from './percentiles';

type Query = NonNullable<Parameters<MigrationClient['listPlans']>[0]>;

export interface ListResult extends Times {
  list: string;
  totalItems: number;
  /** Of the answer. */
  kibibytes: number;
}

export interface ListsResult {
  all: Times;
  /** Beside each other. */
  eightAtOnce: Times;
  lists: ListResult[];
}

const states: PlanState[] = [
  'NotReady',
  'Ready',
  'Staging',
  'Staged',
  'CuttingOver',
  'Migrated',
  'RollingBack',
  'RolledBack',
  'Failed',
];
/** What the Plans page asks for. */
const pageSize = 25;

function queries(plans: number): Array<[string, Query]> {
  const lastPage = Math.floor((plans - 1) / pageSize) * pageSize;
  return [
    ['first page', {}],
    ['last page', { offset: lastPage }],
    ...(['name', 'source', 'destination', 'createdAt', 'updatedAt'] as const)
      .flatMap(sort =>
        (['asc', 'desc'] as const).map(order => ({ sort, order })),
      )
      .map((query): [string, Query] => [
        `by ${query.sort}, ${query.order}ending`,
        query,
      ]),
    ['by name, last page', { sort: 'name', order: 'asc', offset: lastPage }],
    ...states.map((state): [string, Query] => [`state ${state}`, { state }]),
    [
      'state Migrated by name, page 80',
      { state: 'Migrated', sort: 'name', order: 'asc', offset: 80 * pageSize },
    ],
    ['search of one', { search: 'move-777-shop' }],
    ['search of many', { search: 'SHOP' }],
    ['search of none', { search: 'bakery' }],
    ['type', { type: 'state' }],
    ['cluster', { cluster: 'prod-4' }],
    ['entity', { entityRef: openedEntity.ref }],
    ['namespace', { namespace: openedEntity.namespace }],
    [
      'all filters',
      {
        ...{ search: 'shop', type: 'full', cluster: 'prod-4', state: 'Staged' },
        sort: 'updatedAt',
      },
    ],
    ['page of 100', { limit: 100 }],
    ['page in full', { detail: 'full' }],
    ['page of 100 that run', { limit: 100, state: 'Staging' }],
  ];
}

/** Every filter and order, one request after the other, and then many at once. */
export async function measureLists(
  api: MigrationClient,
  options: { plans: number; rounds: number },
): Promise<ListsResult> {
  const asked = queries(options.plans).map(
    ([list, query]) =>
      [list, { limit: pageSize, detail: 'summary', ...query }] as const,
  );
  const times = asked.map(() => [] as number[]);
  const lists: Array<Pick<ListResult, 'list' | 'totalItems' | 'kibibytes'>> =
    [];
  for (const [list, query] of asked) {
    // not counted: the first request of each kind finds caches cold
    const answer = await api.listPlans(query);
    lists.push({
      list,
      totalItems: answer.totalItems,
      kibibytes: Math.round(JSON.stringify(answer).length / 1024),
    });
  }
  for (let round = 0; round < options.rounds; round++) {
    for (const [index, [, query]] of asked.entries()) {
      const [, milliseconds] = await timed(() => api.listPlans(query));
      times[index].push(milliseconds);
    }
  }
  return {
    all: timesOf(times.flat()),
    eightAtOnce: timesOf(
      await atOnce(8, 40, index =>
        api.listPlans(asked[index % asked.length][1]),
      ),
    ),
    lists: lists.map((list, index) => ({ ...list, ...timesOf(times[index]) })),
  };
}

/** Milliseconds of each of the requests that so many askers make one after the other. */
async function atOnce(
  askers: number,
  each: number,
  ask: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: askers }, async (_, asker) => {
      for (let index = 0; index < each; index++) {
        times.push((await timed(() => ask(asker * 5 + index)))[1]);
      }
    }),
  );
  return times;
}
