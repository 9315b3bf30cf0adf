/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ItineraryName,
  MigrationType,
} from '@namespace-migration/plugin-migration-common';
import {
  PhaseRow,
  PlanSnapshot,
  StoredMigration,
} from '../database/migrationRecord';
import { phasesOf, pointsOfNoReturn } from './itineraries';
import { Phase } from './Phase';

export function canCancel(
  migration: Pick<StoredMigration, 'itinerary'>,
  rows: PhaseRow[],
): boolean {
  return (
    ['stage', 'cutover', 'networkProbe'].includes(migration.itinerary) &&
    !passedPointOfNoReturn(rows)
  );
}

export function passedPointOfNoReturn(rows: PhaseRow[]): boolean {
  return rows.some(
    row => pointsOfNoReturn.includes(row.phase) && row.startedAt !== undefined,
  );
}

/**
 * A failed phase ends these itineraries. It is asked of what is stored, so that a backend that died right after it
 * had stored the failure does not go on with the next phase.
 */
export function isBroken(itinerary: ItineraryName, rows: PhaseRow[]): boolean {
  return (
    ['stage', 'cutover', 'rollback', 'networkProbe'].includes(itinerary) &&
    rows.some(row => row.itinerary === itinerary && row.state === 'failed')
  );
}

/** The first phase that is not over; after the point of no return the source is left as it is. */
export function nextPhase(
  plan: Pick<PlanSnapshot, 'input'>,
  itinerary: ItineraryName,
  rows: PhaseRow[],
  type?: MigrationType,
): Phase | undefined {
  const over = (phase: Phase) =>
    rows.some(
      row =>
        row.itinerary === itinerary &&
        row.phase === phase.name &&
        ['completed', 'skipped', 'failed'].includes(row.state),
    );
  const sourceStays = itinerary === 'failed' && passedPointOfNoReturn(rows);
  return phasesOf(plan, itinerary, type)
    .filter(phase => !sourceStays || phase.step !== 'Rollback')
    .find(phase => !over(phase));
}
