/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MIGRATED_BY_PLAN_ANNOTATION,
  MigrationEvent,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { FencedMigrationStore } from '../database/FencedMigrationStore';
import { KnownObject, ObjectGroup } from '../database/MigratedObjects';
import {
  MigratedObjectRow,
  MigratedObjectSummary,
} from '../database/migrationRecord';
import { WRITES } from './applyRecorded';
import { concurrently } from './concurrently';
import { liveObjects, LivePage } from './liveObjects';
import { othersUsing } from './othersUsing';
import { releaseFinalizers } from './releaseFinalizers';
import { everyObject } from './rules/everyObject';

type Tell = (
  event: Omit<MigrationEvent, 'id' | 'time' | 'phase'>,
) => Promise<void>;

/**
 * Gives back a group: deletes what the plan created, by uid, and puts back what it had taken over. May be repeated.
 * @returns what is still there and was told to go
 */
export async function removeRecorded(
  destination: ClusterClient,
  store: FencedMigrationStore,
  group: ObjectGroup,
  own: boolean,
  tell: Tell,
): Promise<string[]> {
  const pending: string[] = [];
  for await (const page of liveObjects(destination, store, group, own)) {
    const before = await manifestsNeeded(store, group, page);
    const states = new Map<MigratedObjectRow['state'], string[]>();
    const end = (
      row: MigratedObjectSummary,
      state: MigratedObjectRow['state'],
    ) => states.set(state, [...(states.get(state) ?? []), row.name]);
    const refusals: unknown[] = [];
    const each: Array<{ row: MigratedObjectSummary; live?: KubernetesObject }> =
      [...page.there, ...page.absent.map(row => ({ row }))];
    await concurrently(WRITES, each, async ({ row, live }) => {
      try {
        await store.assertHeld();
        const { asked, previous } = before.get(row.name) ?? {};
        const state = await giveBack(
          destination,
          store.planId,
          { ...row, asked, previous },
          live,
          tell,
        );
        if (state === 'pending') {
          pending.push(`${row.kind} ${row.namespace}/${row.name}`);
        } else {
          end(row, state);
        }
      } catch (error) {
        refusals.push(error);
      }
    });
    for (const [state, names] of states) {
      await store.setObjectStates(group, names, state);
    }
    if (refusals.length > 0) {
      throw refusals[0];
    }
  }
  return pending;
}

/** Of what was taken over, and of what may wait for a finalizer that it brought along. */
function manifestsNeeded(
  store: FencedMigrationStore,
  group: ObjectGroup,
  { there, absent }: LivePage,
): Promise<Map<string, KnownObject>> {
  const takenOver = [...there.map(({ row }) => row), ...absent].filter(
    ({ action }) => action === 'adopt' || action === 'replace',
  );
  const held = there
    .filter(
      ({ live }) =>
        live.metadata.deletionTimestamp && live.metadata.finalizers?.length,
    )
    .map(({ row }) => row);
  return store.objectsNamed(group, [
    ...new Set([...takenOver, ...held].map(({ name }) => name)),
  ]);
}

async function giveBack(
  destination: ClusterClient,
  planId: string,
  row: MigratedObjectSummary & {
    asked?: KubernetesObject;
    previous?: KubernetesObject;
  },
  live: KubernetesObject | undefined,
  tell: Tell,
): Promise<MigratedObjectRow['state'] | 'pending'> {
  const ours =
    live &&
    (row.uid === undefined || live.metadata.uid === row.uid) &&
    live.metadata.annotations?.[MIGRATED_BY_PLAN_ANNOTATION] === planId;
  if (row.action === 'adopt' && row.previous) {
    if (ours) {
      const restored = asItWas(row.previous);
      restored.metadata.resourceVersion = live.metadata.resourceVersion;
      await destination.replace(restored);
    }
    return 'restored';
  }
  if (!ours) {
    if (row.action === 'replace' && row.previous && !live) {
      await destination.create(asItWas(row.previous));
      return 'restored';
    }
    return 'removed';
  }
  if (live.metadata.deletionTimestamp) {
    const released = row.asked
      ? await releaseFinalizers(destination, row.asked, live)
      : [];
    if (released.length > 0) {
      await tell({
        level: 'warning',
        reason: 'FinalizersReleased',
        message: `${row.kind} ${row.namespace}/${row.name} on ${
          destination.name
        } waited for ${released.join(
          ', ',
        )}, which nobody there took off. What that would have cleaned up outside the cluster may be left: look at it.`,
      });
    }
    return 'pending';
  }
  const other = await othersUsing(destination, live, planId);
  if (other) {
    await tell({
      level: 'warning',
      reason: `${row.kind}Kept`,
      message: `${row.kind} ${row.name} stays on ${destination.name}: ${other} is in it and was not made by this plan. Delete it by hand when nobody needs it.`,
    });
    return 'kept';
  }
  await destination.delete(
    {
      apiVersion: row.apiVersion,
      kind: row.kind,
      namespace: row.namespace || undefined,
      name: row.name,
    },
    {
      uid: live.metadata.uid,
      propagation: isBuiltIn(row.apiVersion) ? 'Background' : 'Foreground',
    },
  );
  return 'pending';
}

/**
 * What built-in kinds own is ended by `endDependents`, many at once; a garbage collector needs a second for three of
 * them. What others own only the garbage collector knows, so it is waited for.
 */
function isBuiltIn(apiVersion: string): boolean {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return !group.includes('.') || group.endsWith('.k8s.io');
}

function asItWas(previous: KubernetesObject): KubernetesObject {
  return everyObject.apply(previous, {
    namespaces: {},
    storageClasses: {},
    claims: {},
  });
}
