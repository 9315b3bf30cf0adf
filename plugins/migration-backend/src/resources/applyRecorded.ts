/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import isEqual from 'lodash/isEqual';
import { FencedMigrationStore } from '../database/FencedMigrationStore';
import { inChunks, KnownObject } from '../database/MigratedObjects';
import { isGivenBack, MigratedObjectRow } from '../database/migrationRecord';
import { askedFor } from './askedFor';
import { concurrently } from './concurrently';
import { PlannedObject } from './planObjects';
import { replaceForeign } from './replaceForeign';
import { waveOf } from './waves';

/** Writes to the destination at once. */
export const WRITES = 16;
/** Objects whose intents are recorded in one transaction, and whose outcomes in another. A worker that lost its lease ends after so many. */
const BATCH = 64;

export type ObjectToApply = Pick<
  PlannedObject,
  'object' | 'action' | 'previous'
>;

/** Brings one object to the destination, see `applyAllRecorded`. */
export async function applyRecorded(
  destination: ClusterClient,
  store: FencedMigrationStore,
  planId: string,
  object: KubernetesObject,
  action: MigratedObjectRow['action'],
  previous?: KubernetesObject,
): Promise<KubernetesObject> {
  let present: KubernetesObject | undefined;
  await applyAllRecorded(
    destination,
    store,
    planId,
    [{ object, action, previous }],
    async applied => {
      present = applied;
    },
  );
  return present!;
}

/**
 * Brings objects that do not need each other to the destination, many at once. The intents are recorded first and the
 * uids after: a crash between the two is mended by the annotation, which says whose object it is.
 *
 * @param onApplied is given what is there then, of each object
 * @param skipOwn leaves out what this migration has recorded as applied just so: another run of the same phase
 * @throws the first refusal, after what was applied beside it is recorded
 */
export async function applyAllRecorded(
  destination: ClusterClient,
  store: FencedMigrationStore,
  planId: string,
  objects: ObjectToApply[],
  onApplied?: (present: KubernetesObject) => Promise<void>,
  skipOwn = false,
): Promise<void> {
  for (const group of groupsOf(objects)) {
    for (const batch of inChunks(group, BATCH)) {
      await applyBatch(destination, store, planId, batch, onApplied, skipOwn);
    }
  }
}

async function applyBatch(
  destination: ClusterClient,
  store: FencedMigrationStore,
  planId: string,
  batch: ObjectToApply[],
  onApplied: ((present: KubernetesObject) => Promise<void>) | undefined,
  skipOwn: boolean,
): Promise<void> {
  const planned = batch.map(each => intentOf(each, destination.name, planId));
  const known = await store.objectsNamed(
    planned[0],
    planned.map(row => row.name),
  );
  const rows = planned
    .filter(row => !(skipOwn && isAppliedSo(row, known.get(row.name))))
    .map(row => {
      const recorded = known.get(row.name);
      const ours = recorded && !isGivenBack(recorded);
      return ours
        ? { ...row, action: recorded.action, previous: recorded.previous }
        : row;
    });
  await store.putObjects(
    rows.filter(row => {
      const recorded = known.get(row.name);
      return !recorded || isGivenBack(recorded);
    }),
  );
  const outcomes: MigratedObjectRow[] = [];
  const refusals: unknown[] = [];
  await concurrently(WRITES, rows, async row => {
    if (refusals.length > 0) {
      return;
    }
    try {
      if (row.action === 'replace' && row.previous) {
        await store.assertHeld();
        await replaceForeign(destination, row.previous);
      }
      await store.assertHeld();
      const present = await destination.apply(row.asked);
      outcomes.push({ ...row, uid: present.metadata.uid, state: 'applied' });
      await onApplied?.(present);
    } catch (error) {
      refusals.push(error);
    }
  });
  await store.putObjects(outcomes);
  if (refusals.length > 0) {
    throw refusals[0];
  }
}

function intentOf(
  { object, action, previous }: ObjectToApply,
  cluster: string,
  planId: string,
): MigratedObjectRow {
  const asked = askedFor(object, planId);
  return {
    apiVersion: asked.apiVersion,
    kind: asked.kind,
    namespace: asked.metadata.namespace ?? '',
    name: asked.metadata.name,
    cluster,
    wave: waveOf(asked.kind),
    action,
    state: 'planned',
    asked,
    previous,
    differences: [],
  };
}

function isAppliedSo(row: MigratedObjectRow, known?: KnownObject): boolean {
  return (
    known !== undefined &&
    // whoever waits until it is served must be told of it
    row.kind !== 'CustomResourceDefinition' &&
    known.own &&
    known.state === 'applied' &&
    known.uid !== undefined &&
    isEqual(JSON.parse(JSON.stringify(row.asked)), known.asked)
  );
}

/** By kind and namespace, in the order in which they come. */
function groupsOf(objects: ObjectToApply[]): ObjectToApply[][] {
  const groups = new Map<string, ObjectToApply[]>();
  for (const each of objects) {
    const { apiVersion, kind, metadata } = each.object;
    const key = `${apiVersion} ${kind} ${metadata.namespace ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}
