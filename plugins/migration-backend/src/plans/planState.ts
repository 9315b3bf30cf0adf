/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  MigrationType,
  Plan,
  PlanAction,
  PlanType,
} from '@namespace-migration/plugin-migration-common';
import { PhaseRow, StoredMigration } from '../database/migrationRecord';
import { canCancel, passedPointOfNoReturn } from '../engine/nextPhase';

export interface PlanSituation {
  /** full by default. */
  planType?: PlanType;
  conditions: Condition[];
  /** Newest first, without network probes. */
  migrations: Array<
    Pick<StoredMigration, 'type' | 'state' | 'itinerary' | 'endedAt' | 'record'>
  >;
  lastPhases: PhaseRow[];
  /** The last network probe: it decides nothing, but nothing else may run beside it. */
  lastProbe?: Pick<StoredMigration, 'type' | 'itinerary' | 'endedAt'>;
}

/**
 * The last migration that decided which copy lives: a cutover that started the destination (or began to: some of it
 * may run), or a rollback.
 */
function decisive(situation: PlanSituation) {
  return situation.migrations.find(
    (migration, index) =>
      (migration.type === 'rollback' &&
        migration.record.rollbackReached !== 'nothing') ||
      (migration.type === 'cutover' &&
        (migration.record.cutover?.destinationStartedAt !== undefined ||
          migration.state === 'Completed' ||
          (index === 0 && passedPointOfNoReturn(situation.lastPhases)))),
  );
}

/** Derived, never stored. */
export function planState(
  situation: PlanSituation,
): Pick<Plan, 'state' | 'live'> {
  const [last] = situation.migrations;
  const decided = decisive(situation);
  const live =
    decided?.type === 'cutover'
      ? // who starts the application on the volumes of a state migration is not known here
        situation.planType === 'state'
        ? 'none'
        : 'destination'
      : decided &&
        decided.state !== 'Completed' &&
        decided.record.rollbackReached !== 'everything'
      ? 'none'
      : 'source';
  if (last && !last.endedAt) {
    const stopped =
      last.type !== 'stage' &&
      situation.lastPhases.some(
        row =>
          ['QuiesceSource', 'QuiesceDestination'].includes(row.phase) &&
          row.startedAt,
      ) &&
      !passedPointOfNoReturn(situation.lastPhases);
    const running = {
      stage: 'Staging',
      cutover: 'CuttingOver',
      rollback: 'RollingBack',
      // is no migration of a situation
      networkProbe: 'Ready',
    } as const;
    return {
      state: last.state === 'Canceling' ? 'Canceling' : running[last.type],
      live: stopped ? 'none' : live,
    };
  }
  if (last?.state === 'Failed') {
    return { state: 'Failed', live };
  }
  if (decided?.type === 'cutover') {
    return { state: 'Migrated', live };
  }
  const relevant = situation.migrations.slice(
    0,
    decided ? situation.migrations.indexOf(decided) : undefined,
  );
  if (
    relevant.some(
      migration =>
        migration.type === 'stage' && migration.state === 'Completed',
    )
  ) {
    return { state: 'Staged', live };
  }
  if (decided) {
    return { state: 'RolledBack', live };
  }
  return { state: blocking(situation) ? 'NotReady' : 'Ready', live };
}

function blocking(situation: PlanSituation): Condition | undefined {
  return situation.conditions.find(
    ({ category }) => category === 'Critical' || category === 'Error',
  );
}

export function actionsOf(situation: PlanSituation): PlanAction[] {
  const [last] = situation.migrations;
  const active = [last, situation.lastProbe].find(
    migration => migration && !migration.endedAt,
  );
  const { live, state } = planState(situation);
  const stop = blocking(situation);
  const runs = active && `a ${nameOf(active.type)} runs`;
  const forward = active
    ? runs
    : live === 'destination'
    ? 'the destination is live; roll back first'
    : live === 'none' && state === 'Migrated'
    ? 'the volumes are at the destination; roll back first'
    : live === 'none'
    ? 'the rollback has failed and no copy runs; roll back again first'
    : stop?.message;
  const broughtSomething = situation.migrations.some(
    migration => migration.type !== 'rollback',
  );
  const back = active
    ? runs
    : broughtSomething && last?.type !== 'rollback'
    ? undefined
    : last?.type === 'rollback' && last.state === 'Failed'
    ? undefined
    : 'there is nothing to roll back';
  const cancel = !active
    ? 'nothing runs'
    : canCancel(active, active === last ? situation.lastPhases : [])
    ? undefined
    : 'it cannot be canceled any more';
  return [
    { type: 'stage', allowed: !forward, reason: forward },
    { type: 'cutover', allowed: !forward, reason: forward },
    { type: 'rollback', allowed: !back, reason: back },
    { type: 'networkProbe', allowed: !runs, reason: runs },
    { type: 'cancel', allowed: !cancel, reason: cancel },
  ];
}

function nameOf(type: MigrationType): string {
  return type === 'networkProbe' ? 'network probe' : type;
}
