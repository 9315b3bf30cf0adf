/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  PlanState,
} from '@namespace-migration/plugin-migration-common';
import { DatabaseMigrationStore } from '../database/DatabaseMigrationStore';
import { DatabasePlanStore } from '../database/DatabasePlanStore';
import { MigrationRecord, StoredMigration } from '../database/migrationRecord';
import { filtered } from '../database/PlanFilter';
import { pointsOfNoReturn } from '../engine/itineraries';
import { testDatabases } from '../testing/databases';
import { PlanViews } from './PlanViews';

const databases = testDatabases();
const states: PlanState[] = [
  'NotReady',
  'Ready',
  'Staging',
  'Staged',
  'CuttingOver',
  'Migrated',
  'RollingBack',
  'RolledBack',
  'Canceling',
  'Failed',
];

interface Row {
  type: StoredMigration['type'];
  state: StoredMigration['state'];
  record: Partial<MigrationRecord>;
  /** The destination's start was begun, whether or not it was recorded. */
  passed?: boolean;
}

const started: Partial<MigrationRecord> = {
  cutover: { destinationStartedAt: '2026-11-30T10:00:00Z' } as any,
};
const records: Record<Row['type'], Array<Partial<MigrationRecord>>> = {
  stage: [{}],
  cutover: [{}, started],
  rollback: [
    {},
    { rollbackReached: 'nothing' },
    { rollbackReached: 'everything' },
  ],
  networkProbe: [{}],
};
/** Every kind of migration that can be the newest of a plan. */
const newest: Row[] = (Object.keys(records) as Row['type'][]).flatMap(type =>
  (
    ['Running', 'Canceling', 'Completed', 'Failed', 'Canceled'] as const
  ).flatMap(state =>
    records[type].flatMap(record =>
      (type === 'cutover' ? [false, true] : [false]).map(passed => ({
        type,
        state,
        record,
        passed,
      })),
    ),
  ),
);
/** What tells one older migration from another. */
const older: Row[] = newest.filter(
  ({ state, passed }) => ['Completed', 'Failed'].includes(state) && !passed,
);

/** Newest first: none, and each of up to three migrations. */
const histories: Row[][] = [
  [],
  ...newest.flatMap(first => [
    [first],
    ...older.flatMap(second => [
      [first, second],
      ...older.map(third => [first, second, third]),
    ]),
  ]),
];

const text = { type: 'X', message: 'it says "category":"Critical", \\' };
const conditions: Condition[][] = [
  [{ ...text, category: 'Warn' }],
  [
    { ...text, category: 'Advisory' },
    { ...text, category: 'Error' },
  ],
  [{ ...text, category: 'Critical' }],
];

/** A row for each history, the first ones with each set of conditions. */
const plans = histories.flatMap((history, index) =>
  (history.length < 2 ? conditions : [conditions[index % 3]]).map(found => ({
    history,
    found,
    /** Made in the same moment, so that ids decide. */
    tied: index % 2 === 1,
  })),
);

describe.each(databases.ids)('plans in a state, on %s', id => {
  it('are those of which planState says so, for each history', async () => {
    const knex = await databases.emptied(id);
    const rows: Record<string, object[]> = {
      plans: [],
      migrations: [],
      migration_phases: [],
    };
    plans.forEach(({ history, found, tied }, index) => {
      const plan = `p${index}`;
      const input = { name: plan, source: 'a', destination: 'b' };
      rows.plans.push({
        ...{ id: plan, ...input, revision: 1 },
        input: JSON.stringify({ ...input, namespaces: [] }),
        ...{ volumes: '[]', conditions: JSON.stringify(found) },
        ...{ created_at: '2026', updated_at: '2026' },
      });
      history.forEach(({ type, state, record, passed }, age) => {
        const migration = `${plan}-${age}`;
        const over = ['Completed', 'Failed', 'Canceled'].includes(state);
        rows.migrations.push({
          ...{ id: migration, plan_id: plan, type, state, itinerary: type },
          created_at: tied ? '2026' : `202${9 - age}`,
          ended_at: over ? '2029' : null,
          plan: JSON.stringify({ id: plan, input, volumes: [] }),
          record: JSON.stringify({ conditions: found, ...record }),
        });
        if (type === 'cutover') {
          rows.migration_phases.push({
            ...{ migration_id: migration, itinerary: type, state: 'running' },
            phase: passed ? pointsOfNoReturn[index % 2] : 'QuiesceSource',
            started_at: '2026',
          });
        }
      });
    });
    for (const table of Object.keys(rows)) {
      await knex.batchInsert(table, rows[table], 500);
    }

    const { items } = await new DatabasePlanStore(knex).list({
      limit: plans.length,
      offset: 0,
    });
    expect(items).toHaveLength(plans.length);
    const views = await new PlanViews(new DatabaseMigrationStore(knex)).of(
      items,
    );
    const seen = new Set<string>();
    for (const state of states) {
      const ids: string[] = await filtered(knex, {
        state: { state, pointsOfNoReturn },
      }).pluck('id');
      expect([state, ids.sort()]).toEqual([
        state,
        views
          .filter(view => view.state === state)
          .map(view => view.id)
          .sort(),
      ]);
      ids.forEach(found => seen.add(found));
      // in each state there are some, else nothing was compared
      expect([state, ids.length > 0]).toEqual([state, true]);
    }
    expect(seen.size).toBe(plans.length);
  }, 240_000);

  it('are counted and paged together with other filters', async () => {
    const knex = await databases.emptied(id);
    const store = new DatabasePlanStore(knex);
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await store.insert(
        {
          ...{ name, destination: 'new', namespaces: [{ source: name }] },
          source: name === 'e' ? 'other' : 'old',
        },
        {
          volumes: [],
          conditions:
            name === 'b' ? [{ ...text, category: 'Error' as const }] : [],
        },
      );
    }
    const page = async (offset: number, limit = 2) => {
      const { items, totalItems } = await store.list({
        ...{ state: { state: 'Ready', pointsOfNoReturn }, cluster: 'old' },
        ...{ sort: 'name', order: 'asc', limit, offset },
      });
      return [items.map(({ input }) => input.name).join(''), totalItems];
    };
    expect(await page(0)).toEqual(['ac', 3]);
    expect(await page(2)).toEqual(['d', 3]);
    // behind the last, all are counted still
    expect(await page(4)).toEqual(['', 3]);
  });
});
