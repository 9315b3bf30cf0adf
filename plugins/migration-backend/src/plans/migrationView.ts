/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageProgress,
  Migration,
  MigrationPhase,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import omit from 'lodash/omit';
import { PhaseRow, StoredMigration } from '../database/migrationRecord';
import { phasesOf } from '../engine/itineraries';

/** A migration with every phase of the itineraries it has been on, those to come included. */
export function migrationView(
  migration: StoredMigration,
  rows: PhaseRow[],
  volumes: VolumeProgress[],
  images: ImageProgress[] = [],
): Migration {
  const names = [...new Set([migration.type, migration.itinerary] as const)];
  const phases: MigrationPhase[] = names.flatMap(itinerary =>
    phasesOf(migration.plan, itinerary, migration.type).map(phase => {
      const row = rows.find(
        candidate =>
          candidate.itinerary === itinerary && candidate.phase === phase.name,
      );
      const neverReached =
        migration.itinerary !== itinerary || migration.endedAt !== undefined;
      return row
        ? { ...row, step: phase.step }
        : {
            phase: phase.name,
            step: phase.step,
            itinerary,
            state: neverReached ? ('skipped' as const) : ('pending' as const),
            attempts: 0,
          };
    }),
  );
  return {
    id: migration.id,
    planId: migration.planId,
    type: migration.type,
    state: migration.state,
    createdBy: migration.createdBy,
    createdAt: migration.createdAt,
    startedAt: migration.startedAt,
    endedAt: migration.endedAt,
    cancelRequested: migration.cancelRequested,
    phases,
    volumes,
    ...(migration.plan.input.images && { images }),
    // what is remembered for the engine only is left out
    ...omit(migration.record, ['servedServices', 'rollbackReached']),
  };
}
