/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Migration, Plan } from '@namespace-migration/plugin-migration-common';
import partition from 'lodash/partition';
import { DatabaseMigrationStore } from '../database/DatabaseMigrationStore';
import { StoredPlan } from '../database/DatabasePlanStore';
import { PastMigration } from '../database/migrationRecord';
import { migrationView } from './migrationView';
import { planSummary } from './planSummary';
import { planView } from './planView';

/** A summary is without what only the page of a plan shows, see openapi.yaml. */
export type PlanDetail = 'full' | 'summary';

/** Plans and migrations as people see them: however many there are, with the same few queries. */
export class PlanViews {
  constructor(private readonly migrations: DatabaseMigrationStore) {}

  async of(plans: StoredPlan[], detail: PlanDetail = 'full'): Promise<Plan[]> {
    const histories = await this.migrations.historiesOf(
      plans.map(({ id }) => id),
    );
    const seen = plans.map(plan => {
      const [probes, migrations] = partition(
        histories.get(plan.id) ?? [],
        ({ type }) => type === 'networkProbe',
      );
      return { plan, probes, migrations };
    });
    const shown = seen.flatMap(({ probes, migrations }) =>
      [migrations[0], probes[0]].filter(Boolean),
    );
    const ids = shown.map(({ id }) => id);
    const [snapshots, phases, volumes, images] = await Promise.all([
      this.migrations.snapshotsOf([
        ...new Set([
          ...ids,
          ...seen.flatMap(({ probes }) => probes.map(({ id }) => id)),
        ]),
      ]),
      this.migrations.phasesOf(ids),
      this.migrations.volumesOf(
        detail === 'full'
          ? ids
          : shown.filter(({ endedAt }) => !endedAt).map(({ id }) => id),
      ),
      this.migrations.imagesOf(detail === 'full' ? ids : []),
    ]);
    const complete = (past: PastMigration) => ({
      ...past,
      plan: snapshots.get(past.id)!,
    });
    // what was deleted between two queries is not shown
    const there = ({ id }: PastMigration) => snapshots.has(id);
    return seen.map(({ plan, probes, migrations }) => {
      const [last] = migrations.filter(there);
      const view = planView({
        plan,
        migrations,
        last: last && complete(last),
        probes: probes.filter(there).map(complete),
        phases,
        volumes,
        images,
      });
      return detail === 'full' ? view : planSummary(view);
    });
  }

  /** All migrations of a plan, newest first. */
  async migrationsOf(planId: string): Promise<Migration[]> {
    const migrations = await this.migrations.listOfPlan(planId);
    const ids = migrations.map(({ id }) => id);
    const [phases, volumes, images] = await Promise.all([
      this.migrations.phasesOf(ids),
      this.migrations.volumesOf(ids),
      this.migrations.imagesOf(ids),
    ]);
    return migrations.map(migration =>
      migrationView(
        migration,
        phases.get(migration.id) ?? [],
        volumes.get(migration.id) ?? [],
        images.get(migration.id) ?? [],
      ),
    );
  }
}
