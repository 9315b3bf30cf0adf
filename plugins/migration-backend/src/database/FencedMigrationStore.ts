/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageProgress,
  MigrationEvent,
  VolumeDifference,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { ChangeListener, nobodyListens } from './ChangeListener';
import { Cipher } from './DatabaseClusterStore';
import { DatabaseMigrationStore } from './DatabaseMigrationStore';
import { MigratedObjects } from './MigratedObjects';
import {
  MigrationRecord,
  PhaseRow,
  QuiescedRow,
  StoredMigration,
} from './migrationRecord';

/** Another worker has taken the migration over; nothing was written. */
export class LeaseLost extends Error {
  readonly name = 'LeaseLost';
}

/**
 * What the worker that holds a migration writes. Every write is in one transaction with a look at the fencing token:
 * a worker that lost its lease can write nothing.
 */
export class FencedMigrationStore extends MigratedObjects {
  constructor(
    knex: Knex,
    cipher: Cipher,
    migrationId: string,
    planId: string,
    readonly fencingToken: number,
    private readonly changed: ChangeListener = nobodyListens,
  ) {
    super(knex, cipher, migrationId, planId);
  }

  async renewLease(expiresAt: number): Promise<void> {
    await this.writeUnseen(trx =>
      trx('migrations')
        .where({ id: this.migrationId })
        .update({ lease_expires_at: expiresAt }),
    );
  }

  async releaseLease(): Promise<void> {
    await this.writeUnseen(trx =>
      trx('migrations')
        .where({ id: this.migrationId })
        .update({ lease_expires_at: 0, lease_owner: null }),
    );
  }

  async read(): Promise<StoredMigration> {
    const found = await new DatabaseMigrationStore(this.knex).get(
      this.migrationId,
    );
    if (!found || found.fencingToken !== this.fencingToken) {
      throw new LeaseLost(`Migration ${this.migrationId} is not ours any more`);
    }
    return found;
  }

  async update(
    change: Partial<
      Pick<
        StoredMigration,
        'state' | 'itinerary' | 'startedAt' | 'endedAt' | 'plan'
      >
    >,
  ): Promise<void> {
    await this.write(trx =>
      trx('migrations')
        .where({ id: this.migrationId })
        .update({
          ...(change.state && { state: change.state }),
          ...(change.itinerary && { itinerary: change.itinerary }),
          ...(change.startedAt && { started_at: change.startedAt }),
          // the end frees the plan for its next migration, and the movers' keys are of no more use
          ...(change.endedAt && {
            ended_at: change.endedAt,
            active_plan_id: null,
            keys: null,
          }),
          ...(change.plan && { plan: JSON.stringify(change.plan) }),
        }),
    );
    // the plan's state comes from this
    this.changed({ planId: this.planId });
  }

  async updateRecord(
    change: (record: MigrationRecord) => MigrationRecord,
  ): Promise<void> {
    await this.write(async trx => {
      const row = await trx('migrations')
        .select('record')
        .where({ id: this.migrationId })
        .first();
      await trx('migrations')
        .where({ id: this.migrationId })
        .update({ record: JSON.stringify(change(JSON.parse(row.record))) });
    });
  }

  phases(): Promise<PhaseRow[]> {
    return new DatabaseMigrationStore(this.knex).phases(this.migrationId);
  }

  async putPhase(row: PhaseRow): Promise<void> {
    const columns = {
      state: row.state,
      attempts: row.attempts,
      started_at: row.startedAt ?? null,
      ended_at: row.endedAt ?? null,
      waiting_for: row.waitingFor?.slice(0, 1000) ?? null,
      deadline: row.deadline ?? null,
    };
    await this.write(trx =>
      trx('migration_phases')
        .insert({
          migration_id: this.migrationId,
          itinerary: row.itinerary,
          phase: row.phase,
          ...columns,
        })
        .onConflict(['migration_id', 'itinerary', 'phase'])
        .merge(columns),
    );
  }

  volumes(): Promise<VolumeProgress[]> {
    return new DatabaseMigrationStore(this.knex).volumes(this.migrationId);
  }

  async putVolume(
    progress: VolumeProgress,
    differences: VolumeDifference[] = [],
  ): Promise<void> {
    const columns = {
      progress: JSON.stringify(progress),
      differences: JSON.stringify(differences),
    };
    await this.write(trx =>
      trx('migration_volumes')
        .insert({
          migration_id: this.migrationId,
          namespace: progress.namespace,
          claim: progress.claim,
          ...columns,
        })
        .onConflict(['migration_id', 'namespace', 'claim'])
        .merge(columns),
    );
  }

  images(): Promise<ImageProgress[]> {
    return new DatabaseMigrationStore(this.knex).images(this.migrationId);
  }

  /** Of every migration of the plan, this one too; newest last. */
  async imagesOfPlan(): Promise<ImageProgress[]> {
    const rows = await this.knex('migration_images')
      .join('migrations', 'migrations.id', 'migration_images.migration_id')
      .where({ plan_id: this.planId })
      .orderBy('created_at')
      .select('progress');
    return rows.map(({ progress }) => JSON.parse(progress));
  }

  async putImage(progress: ImageProgress): Promise<void> {
    const columns = { progress: JSON.stringify(progress) };
    await this.write(trx =>
      trx('migration_images')
        .insert({
          migration_id: this.migrationId,
          reference_hash: createHash('sha256')
            .update(progress.reference)
            .digest('hex'),
          ...columns,
        })
        .onConflict(['migration_id', 'reference_hash'])
        .merge(columns),
    );
  }

  async quiesced(): Promise<QuiescedRow[]> {
    const rows = await this.knex('quiesced_objects').where({
      plan_id: this.planId,
    });
    return rows.map(row => ({
      apiVersion: row.api_version,
      kind: row.kind,
      namespace: row.namespace,
      name: row.name,
      before: JSON.parse(this.cipher.decrypt(row.before)),
    }));
  }

  /** The first record of an object stays: what comes after was seen when it was stopped already. */
  async addQuiesced(row: QuiescedRow): Promise<void> {
    await this.write(trx =>
      trx('quiesced_objects')
        .insert({
          plan_id: this.planId,
          migration_id: this.migrationId,
          api_version: row.apiVersion,
          kind: row.kind,
          namespace: row.namespace,
          name: row.name,
          before: this.cipher.encrypt(JSON.stringify(row.before)),
        })
        .onConflict(['plan_id', 'kind', 'namespace', 'name'])
        .ignore(),
    );
  }

  /** After the source runs again as it was. */
  async clearQuiesced(): Promise<void> {
    await this.write(trx =>
      trx('quiesced_objects').where({ plan_id: this.planId }).delete(),
    );
  }

  async keys(): Promise<string | undefined> {
    const row = await this.knex('migrations')
      .select('keys')
      .where({ id: this.migrationId })
      .first();
    return row?.keys ? this.cipher.decrypt(row.keys) : undefined;
  }

  async setKeys(keys: string): Promise<void> {
    await this.writeUnseen(trx =>
      trx('migrations')
        .where({ id: this.migrationId })
        .update({ keys: this.cipher.encrypt(keys) }),
    );
  }

  async addEvent(event: Omit<MigrationEvent, 'id' | 'time'>): Promise<void> {
    await this.write(trx => this.insertEvent(trx, event));
  }

  /** For a write that the event belongs to. */
  async insertEvent(
    trx: Knex.Transaction,
    event: Omit<MigrationEvent, 'id' | 'time'>,
  ): Promise<void> {
    await trx('migration_events').insert({
      migration_id: this.migrationId,
      time: new Date().toISOString(),
      level: event.level,
      phase: event.phase,
      reason: event.reason,
      message: event.message,
      object: event.object ? JSON.stringify(event.object) : null,
    });
  }

  /** For right before a write to a cluster, which cannot be in a transaction. @throws LeaseLost */
  async assertHeld(): Promise<void> {
    const held = await this.knex('migrations')
      .select('id')
      .where({ id: this.migrationId, fencing_token: this.fencingToken })
      .first();
    if (!held) {
      throw this.leaseLost();
    }
  }

  /** Only while this worker holds the migration. Who looks at it is told. */
  async write(
    work: (trx: Knex.Transaction) => PromiseLike<unknown>,
  ): Promise<void> {
    await this.writeUnseen(work);
    this.changed({ planId: this.planId, migrationId: this.migrationId });
  }

  /** What nobody is shown. */
  private async writeUnseen(
    work: (trx: Knex.Transaction) => PromiseLike<unknown>,
  ): Promise<void> {
    await this.knex.transaction(async trx => {
      // An update, so that PostgreSQL locks the row until the write is in.
      const held = await trx('migrations')
        .where({ id: this.migrationId, fencing_token: this.fencingToken })
        .update({ fencing_token: this.fencingToken });
      if (held !== 1) {
        throw this.leaseLost();
      }
      await work(trx);
    });
  }

  private leaseLost(): LeaseLost {
    return new LeaseLost(
      `Migration ${this.migrationId} was taken over by another worker`,
    );
  }
}
