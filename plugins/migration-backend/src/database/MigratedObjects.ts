/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Knex } from 'knex';
import { Cipher } from './DatabaseClusterStore';
import {
  MigratedObjectRow,
  MigratedObjectSummary,
  objectOf,
  objectSummaryOf,
} from './migrationRecord';

/** Objects of one kind in one namespace. Cluster-scoped ones have the namespace ''. */
export interface ObjectGroup {
  wave: number;
  apiVersion: string;
  kind: string;
  namespace: string;
  /** Objects in it that are still the plan's. */
  count: number;
}

type GroupKey = Pick<ObjectGroup, 'apiVersion' | 'kind' | 'namespace'>;

/** A recorded object, and whether the migration that asks is the one that meant to make it. */
export type KnownObject = MigratedObjectRow & { own: boolean };

const PAGE_SIZE = 500;
/** SQLite takes 500 rows in one insert and 999 variables in older builds. */
const ROWS_AT_ONCE = 50;
const givenBack = ['removed', 'restored', 'kept'];
const summaryColumns = [
  'api_version',
  'kind',
  'namespace',
  'name',
  'cluster',
  'uid',
  'wave',
  'action',
  'state',
  'differences',
];

/** What a plan brought to its destination. Bulk work reads it group by group and page by page: there may be 100,000. */
export abstract class MigratedObjects {
  constructor(
    protected readonly knex: Knex,
    protected readonly cipher: Cipher,
    readonly migrationId: string,
    readonly planId: string,
  ) {}

  /** Only while this worker holds the migration. */
  abstract write(
    work: (trx: Knex.Transaction) => PromiseLike<unknown>,
  ): Promise<void>;

  /** Only what this migration itself brought. */
  async ownObjects(): Promise<MigratedObjectRow[]> {
    const rows = await this.knex('migrated_objects')
      .where({ plan_id: this.planId, migration_id: this.migrationId })
      .orderBy('wave');
    return rows.map(row => objectOf(row, this.cipher));
  }

  /** All without their manifests, also those that were given back. @param kinds only these */
  async objectSummaries(kinds?: string[]): Promise<MigratedObjectSummary[]> {
    const query = this.knex('migrated_objects')
      .select(summaryColumns)
      .where({ plan_id: this.planId })
      .orderBy(['wave', 'kind', 'namespace', 'name']);
    const rows = await (kinds ? query.whereIn('kind', kinds) : query);
    return rows.map(objectSummaryOf);
  }

  /** Also those that were given back. */
  async countObjects(): Promise<number> {
    const row: any = await this.knex('migrated_objects')
      .where({ plan_id: this.planId })
      .count({ count: '*' })
      .first();
    return Number(row.count);
  }

  /** Kinds and namespaces of what is still the plan's, in the order of their waves. @param own only what this migration meant to make */
  async objectGroups(own = false): Promise<ObjectGroup[]> {
    const columns = ['wave', 'api_version', 'kind', 'namespace'];
    const rows = await this.knex('migrated_objects')
      .select(columns)
      .count({ count: '*' })
      .where({ plan_id: this.planId })
      .where(own ? { migration_id: this.migrationId } : {})
      .whereNotIn('state', givenBack)
      .groupBy(columns)
      .orderBy(columns);
    return rows.map((row: any) => ({
      wave: row.wave,
      apiVersion: row.api_version,
      kind: row.kind,
      namespace: row.namespace,
      count: Number(row.count),
    }));
  }

  /** What is still the plan's of a group, sorted by name; rows may be changed meanwhile. */
  async *objectPages(
    group: GroupKey,
    own = false,
  ): AsyncGenerator<MigratedObjectSummary[]> {
    let after: string | undefined;
    for (;;) {
      const query = this.ofGroup(this.knex, group)
        .select(summaryColumns)
        .where(own ? { migration_id: this.migrationId } : {})
        .whereNotIn('state', givenBack)
        .orderBy('name')
        .limit(PAGE_SIZE);
      const rows = await (after === undefined
        ? query
        : query.where('name', '>', after));
      if (rows.length > 0) {
        yield rows.map(objectSummaryOf);
      }
      if (rows.length < PAGE_SIZE) {
        return;
      }
      after = rows[rows.length - 1].name;
    }
  }

  /** Those of a group that are recorded under these names, with their manifests. */
  async objectsNamed(
    group: GroupKey,
    names: string[],
  ): Promise<Map<string, KnownObject>> {
    const found = new Map<string, KnownObject>();
    for (const some of inChunks(names, PAGE_SIZE)) {
      const rows = await this.ofGroup(this.knex, group).whereIn('name', some);
      for (const row of rows) {
        found.set(row.name, {
          ...objectOf(row, this.cipher),
          own: row.migration_id === this.migrationId,
        });
      }
    }
    return found;
  }

  async putObject(row: MigratedObjectRow): Promise<void> {
    await this.putObjects([row]);
  }

  /** All of them or none. */
  async putObjects(rows: MigratedObjectRow[]): Promise<void> {
    const intents = rows.filter(row => row.state === 'planned');
    const outcomes = rows.filter(row => row.state !== 'planned');
    if (rows.length === 0) {
      return;
    }
    await this.write(async trx => {
      // an object belongs to the migration that meant to make it, whoever touches it later
      await this.upsert(trx, intents, ['migration_id', ...changing]);
      await this.upsert(trx, outcomes, changing);
    });
  }

  /** For what changes alike, without the manifests. */
  async setObjectStates(
    group: GroupKey,
    names: string[],
    state: MigratedObjectRow['state'],
  ): Promise<void> {
    if (names.length === 0) {
      return;
    }
    await this.write(async trx => {
      for (const some of inChunks(names, PAGE_SIZE)) {
        await this.ofGroup(trx, group)
          .whereIn('name', some)
          .update({
            state,
            ...(state === 'verified' && { differences: '[]' }),
          });
      }
    });
  }

  private ofGroup(knex: Knex, { apiVersion, kind, namespace }: GroupKey) {
    return knex('migrated_objects').where({
      plan_id: this.planId,
      api_version: apiVersion,
      kind,
      namespace,
    });
  }

  private async upsert(
    trx: Knex.Transaction,
    rows: MigratedObjectRow[],
    merged: string[],
  ): Promise<void> {
    for (const some of inChunks(rows, ROWS_AT_ONCE)) {
      await trx('migrated_objects')
        .insert(some.map(row => this.columnsOf(row)))
        .onConflict(['plan_id', 'api_version', 'kind', 'namespace', 'name'])
        .merge(merged);
    }
  }

  private columnsOf(row: MigratedObjectRow) {
    return {
      plan_id: this.planId,
      migration_id: this.migrationId,
      api_version: row.apiVersion,
      kind: row.kind,
      namespace: row.namespace,
      name: row.name,
      cluster: row.cluster,
      uid: row.uid ?? null,
      wave: row.wave,
      action: row.action,
      state: row.state,
      asked: this.cipher.encrypt(JSON.stringify(row.asked)),
      previous: row.previous
        ? this.cipher.encrypt(JSON.stringify(row.previous))
        : null,
      differences: JSON.stringify(row.differences),
    };
  }
}

const changing = [
  'cluster',
  'uid',
  'wave',
  'action',
  'state',
  'asked',
  'previous',
  'differences',
];

export function inChunks<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
