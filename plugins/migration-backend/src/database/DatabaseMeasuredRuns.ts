/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { VolumeProgress } from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { MeasuredRun } from '../plans/analytics/estimate';
import { PlanSnapshot } from './migrationRecord';

const LAST = 20;

/** How fast earlier migrations were. */
export class DatabaseMeasuredRuns {
  constructor(private readonly knex: Knex) {}

  /** The newest completed stages and cutovers between these clusters, whose volumes all went one way. */
  async between(source: string, destination: string): Promise<MeasuredRun[]> {
    const rows = await this.knex('migrations as m')
      .join('plans as p', 'p.id', 'm.plan_id')
      .where({ 'p.source': source, 'p.destination': destination })
      .where({ 'm.state': 'Completed' })
      .whereIn('m.type', ['stage', 'cutover'])
      .orderBy('m.created_at', 'desc')
      .limit(LAST)
      .select('m.id', 'm.plan_id', 'm.created_at', 'm.plan', 'm.record');
    const runs: MeasuredRun[] = [];
    for (const row of rows) {
      const { volumes } = JSON.parse(row.plan) as PlanSnapshot;
      const methods = new Set(
        volumes
          .filter(({ action }) => action !== 'skip')
          .map(({ copyMethod }) => copyMethod),
      );
      if (methods.size === 1) {
        runs.push(await this.measured(row, [...methods][0]));
      }
    }
    return runs;
  }

  private async measured(row: any, method: string): Promise<MeasuredRun> {
    const phases = await this.knex('migration_phases').where({
      migration_id: row.id,
      state: 'completed',
    });
    const seconds = (phase: string): number | undefined => {
      const found = phases.find(one => one.phase === phase);
      return found && secondsBetween(found.started_at, found.ended_at);
    };
    const progress: VolumeProgress[] = (
      await this.knex('migration_volumes').where({ migration_id: row.id })
    ).map(volume => JSON.parse(volume.progress));
    const { cutover } = JSON.parse(row.record);
    // a later pass sends only what changed, and says nothing of the speed of the first one
    const earlier = await this.knex('migrations as m')
      .join('migration_phases as f', 'f.migration_id', 'm.id')
      .where({ 'm.plan_id': row.plan_id, 'f.phase': 'BulkVolumePass' })
      .where('m.created_at', '<', row.created_at)
      .first('m.id');
    return {
      method,
      bytes: progress.reduce((sum, one) => sum + (one.bytesTotal ?? 0), 0),
      firstPassSeconds: earlier ? undefined : seconds('BulkVolumePass'),
      windowSeconds: secondsBetween(
        cutover?.quiescedAt,
        cutover?.destinationStartedAt,
      ),
      windowDataSeconds:
        (seconds('FinalVolumePass') ?? 0) + (seconds('VerifyVolumes') ?? 0),
    };
  }
}

function secondsBetween(from?: string, to?: string): number | undefined {
  return from && to ? (Date.parse(to) - Date.parse(from)) / 1000 : undefined;
}
