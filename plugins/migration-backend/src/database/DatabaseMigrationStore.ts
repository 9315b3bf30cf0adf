/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  ImageProgress,
  MigrationEvent,
  MigrationType,
  VolumeDifference,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { ChangeListener, nobodyListens } from './ChangeListener';
import {
  columnsOfPast,
  migrationOf,
  MigratedObjectSummary,
  objectSummaryOf,
  PastMigration,
  pastMigrationOf,
  phaseOf,
  PhaseRow,
  PlanSnapshot,
  StoredMigration,
} from './migrationRecord';

const ended = ['Completed', 'Failed', 'Canceled'];

/** Written in one transaction with the migration, or neither is. */
export type WithMigration = (
  trx: Knex.Transaction,
  migrationId: string,
) => Promise<void>;

/** Reading, and what people (not workers) write. Workers write through `FencedMigrationStore`. */
export class DatabaseMigrationStore {
  constructor(
    private readonly knex: Knex,
    private readonly changed: ChangeListener = nobodyListens,
  ) {}

  /** @throws ConflictError when one of the plan's migrations runs */
  async insert(
    input: {
      type: MigrationType;
      plan: PlanSnapshot;
      /** Encrypted, as `DatabaseHookStore.snapshot` made it. */
      hooks?: string;
      createdBy?: string;
    },
    together?: WithMigration,
  ): Promise<string> {
    const id = randomUUID();
    try {
      await this.knex.transaction(async trx => {
        await trx('migrations').insert({
          id,
          plan_id: input.plan.id,
          active_plan_id: input.plan.id,
          type: input.type,
          state: 'Queued',
          itinerary: input.type,
          created_by: input.createdBy,
          created_at: new Date().toISOString(),
          plan: JSON.stringify(input.plan),
          hooks: input.hooks ?? null,
          record: JSON.stringify({ conditions: [] }),
        });
        await together?.(trx, id);
      });
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          'A migration of this plan runs already; wait for its end or cancel it',
        );
      }
      throw error;
    }
    this.changed({ planId: input.plan.id });
    return id;
  }

  async get(id: string): Promise<StoredMigration | undefined> {
    const row = await this.knex('migrations').where({ id }).first();
    return row && migrationOf(row);
  }

  async listOfPlan(planId: string): Promise<StoredMigration[]> {
    const rows = await this.knex('migrations')
      .where({ plan_id: planId })
      .orderBy('created_at', 'desc')
      .orderBy('id');
    return rows.map(migrationOf);
  }

  /** Of each of these plans that has any: newest first, without the plans as they were, which can be large. */
  async historiesOf(planIds: string[]): Promise<Map<string, PastMigration[]>> {
    const rows = await this.knex('migrations')
      .select(columnsOfPast)
      .whereIn('plan_id', planIds)
      .orderBy('created_at', 'desc')
      .orderBy('id');
    return grouped(rows, 'plan_id', pastMigrationOf);
  }

  /** The plans as they were at the start of these migrations. */
  async snapshotsOf(ids: string[]): Promise<Map<string, PlanSnapshot>> {
    const rows = await this.knex('migrations')
      .select('id', 'plan')
      .whereIn('id', ids);
    return new Map(rows.map(({ id, plan }) => [id, JSON.parse(plan)]));
  }

  /** Ids of migrations that no live worker holds. */
  async claimable(now: number): Promise<string[]> {
    const rows = await this.knex('migrations')
      .select('id')
      .whereNotIn('state', ended)
      .where('lease_expires_at', '<', now)
      .orderBy('created_at')
      .limit(100);
    return rows.map(row => row.id);
  }

  /** Takes the migration over: the returned fencing token is greater than every earlier one. Undefined when another worker was first. */
  async claim(
    id: string,
    owner: string,
    now: number,
    leaseMs: number,
  ): Promise<number | undefined> {
    const row = await this.knex('migrations')
      .select('fencing_token')
      .where({ id })
      .first();
    if (!row) {
      return undefined;
    }
    const token = row.fencing_token + 1;
    const changed = await this.knex('migrations')
      .where({ id, fencing_token: row.fencing_token })
      .where('lease_expires_at', '<', now)
      .update({
        fencing_token: token,
        lease_owner: owner,
        lease_expires_at: now + leaseMs,
      });
    return changed === 1 ? token : undefined;
  }

  /** @returns false when it has ended already */
  async requestCancel(id: string): Promise<boolean> {
    const requested =
      (await this.knex('migrations')
        .where({ id })
        .whereNotIn('state', ended)
        .update({ cancel_requested: true })) === 1;
    const row = await this.knex('migrations')
      .select('plan_id')
      .where({ id })
      .first();
    if (row) {
      this.changed({ planId: row.plan_id, migrationId: id });
    }
    return requested;
  }

  async phases(id: string): Promise<PhaseRow[]> {
    return (await this.phasesOf([id])).get(id) ?? [];
  }

  /** Of each of these migrations that has any. */
  async phasesOf(ids: string[]): Promise<Map<string, PhaseRow[]>> {
    const rows = await this.knex('migration_phases').whereIn(
      'migration_id',
      ids,
    );
    return grouped(rows, 'migration_id', phaseOf);
  }

  async volumes(id: string): Promise<VolumeProgress[]> {
    return (await this.volumesOf([id])).get(id) ?? [];
  }

  /** Of each of these migrations that has any. */
  async volumesOf(ids: string[]): Promise<Map<string, VolumeProgress[]>> {
    const rows = await this.knex('migration_volumes')
      .select('migration_id', 'progress')
      .whereIn('migration_id', ids)
      .orderBy('namespace')
      .orderBy('claim');
    return grouped(rows, 'migration_id', row => JSON.parse(row.progress));
  }

  /** Of each of these migrations that has any, by reference. */
  async imagesOf(ids: string[]): Promise<Map<string, ImageProgress[]>> {
    const rows = await this.knex('migration_images').whereIn(
      'migration_id',
      ids,
    );
    const groups = grouped<ImageProgress>(rows, 'migration_id', row =>
      JSON.parse(row.progress),
    );
    groups.forEach(images =>
      images.sort((a, b) => (a.reference < b.reference ? -1 : 1)),
    );
    return groups;
  }

  async images(id: string): Promise<ImageProgress[]> {
    return (await this.imagesOf([id])).get(id) ?? [];
  }

  async differences(id: string): Promise<VolumeDifference[]> {
    const rows = await this.knex('migration_volumes')
      .select('differences')
      .where({ migration_id: id });
    return rows.flatMap(row => JSON.parse(row.differences));
  }

  async objectsOfPlan(planId: string): Promise<MigratedObjectSummary[]> {
    const rows = await this.knex('migrated_objects')
      .where({ plan_id: planId })
      .orderBy('wave')
      .orderBy('kind')
      .orderBy('name');
    return rows.map(objectSummaryOf);
  }

  /** What a migration meant to make, whoever touched it later, without manifests. */
  async objectsOfMigration(
    id: string,
    limit: number,
  ): Promise<MigratedObjectSummary[]> {
    const rows = await this.knex('migrated_objects')
      .where({ migration_id: id })
      .orderBy(['wave', 'namespace', 'kind', 'name'])
      .limit(limit);
    return rows.map(objectSummaryOf);
  }

  async events(
    id: string,
    options: { after: number; limit: number },
  ): Promise<MigrationEvent[]> {
    const rows = await this.knex('migration_events')
      .where({ migration_id: id })
      .where('id', '>', options.after)
      .orderBy('id')
      .limit(options.limit);
    return rows.map(row => ({
      id: row.id,
      time: row.time,
      level: row.level,
      phase: row.phase ?? undefined,
      reason: row.reason,
      message: row.message,
      object: row.object ? JSON.parse(row.object) : undefined,
    }));
  }
}

function grouped<T>(
  rows: any[],
  column: string,
  read: (row: any) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row[column]) ?? [];
    group.push(read(row));
    groups.set(row[column], group);
  }
  return groups;
}
