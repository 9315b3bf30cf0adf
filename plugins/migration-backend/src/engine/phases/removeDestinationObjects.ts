/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ObjectGroup } from '../../database/MigratedObjects';
import { endDependents } from '../../resources/endDependents';
import { removeRecorded } from '../../resources/removeRecorded';
import { done, Phase, PhaseContext, waiting } from '../Phase';

/** Deletes by uid what the plan created, last wave first, and puts back what it had taken over. Nothing else. */
export const removeDestinationObjects: Phase = {
  name: 'RemoveDestinationObjects',
  step: 'Rollback',
  deadlineSeconds: (_options, { objects }) => 900 + objects / 10,
  async run(context) {
    const [namespaces, others] = await openGroups(context);
    for (const wave of inReverseWaves(others)) {
      const left = await removeWave(context, wave);
      if (left) {
        return waiting(left);
      }
    }
    // before the namespaces: what a controller still has to collect would look like somebody else's in them
    const dependent = await endDependents(context.destination, context.store);
    if (dependent) {
      return waiting(dependent);
    }
    const left = await removeWave(context, namespaces);
    return left ? waiting(left) : done;
  },
};

/** Namespaces, and all else. A canceled migration takes back what it made itself; a rollback all that the plan made. */
async function openGroups({
  store,
  options,
  migration,
}: PhaseContext): Promise<[ObjectGroup[], ObjectGroup[]]> {
  const kept = options.keepDestinationVolumesOnRollback
    ? ['PersistentVolumeClaim', 'Namespace']
    : [];
  const groups = (
    await store.objectGroups(migration.itinerary === 'cancel')
  ).filter(({ kind }) => !kept.includes(kind));
  const isNamespace = ({ kind, apiVersion }: ObjectGroup) =>
    kind === 'Namespace' && apiVersion === 'v1';
  return [
    groups.filter(isNamespace),
    groups.filter(group => !isNamespace(group)),
  ];
}

function inReverseWaves(groups: ObjectGroup[]): ObjectGroup[][] {
  const numbers = [...new Set(groups.map(({ wave }) => wave))].sort(
    (a, b) => b - a,
  );
  return numbers.map(number => groups.filter(({ wave }) => wave === number));
}

/** The whole wave is deleted, then looked for once more: most kinds are gone at once. */
async function removeWave(
  { store, destination, migration, event }: PhaseContext,
  groups: ObjectGroup[],
): Promise<string | undefined> {
  const own = migration.itinerary === 'cancel';
  for (let look = 1; ; look += 1) {
    let pending = 0;
    let first: string | undefined;
    for (const group of groups) {
      const left = await removeRecorded(destination, store, group, own, event);
      pending += left.length;
      first ??= left[0];
    }
    if (pending === 0) {
      return undefined;
    }
    if (look === 2) {
      const more = pending > 1 ? ` and ${pending - 1} more` : '';
      return `${first}${more} on ${destination.name} to be gone`;
    }
  }
}
