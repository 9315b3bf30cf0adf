/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import {
  done,
  StepResult,
  VolumeCopyContext,
  waiting,
} from '@namespace-migration/plugin-migration-node';
import { snapshotApi, snapshotName } from './snapshotObjects';

const passes = ['bulk', 'final'] as const;

/** First the destination's, which delete nothing of the storage; then the source's with what they hold. */
export async function removeSnapshots(
  context: VolumeCopyContext,
  volumes: PlannedVolume[],
): Promise<StepResult> {
  for (const volume of volumes) {
    for (const pass of passes) {
      const name = snapshotName(context.owner, volume, pass);
      const result = await removeSnapshot(context, volume, name);
      if (result.state !== 'done') {
        return result;
      }
    }
  }
  return done;
}

async function removeSnapshot(
  { source, destination }: VolumeCopyContext,
  volume: PlannedVolume,
  name: string,
): Promise<StepResult> {
  const snapshot = (namespace: string) => ({
    apiVersion: snapshotApi,
    kind: 'VolumeSnapshot',
    namespace,
    name,
  });
  const content = (contentName: string) => ({
    apiVersion: snapshotApi,
    kind: 'VolumeSnapshotContent',
    name: contentName,
  });
  for (const key of [snapshot(volume.target.namespace), content(name)]) {
    if ((await destination.delete(key)) === 'deleted') {
      return waiting(`${key.kind} ${name} on ${destination.name} to be gone`);
    }
  }
  const key = snapshot(volume.namespace);
  const taken = await source.get(key);
  if (!taken) {
    return done;
  }
  const bound = taken.status?.boundVolumeSnapshotContentName;
  const held = bound && (await source.get(content(bound)));
  if (held && held.spec.deletionPolicy !== 'Delete') {
    await source.patch(
      content(bound),
      { spec: { deletionPolicy: 'Delete' } },
      { type: 'merge' },
    );
  }
  await source.delete(key);
  return waiting(`VolumeSnapshot ${name} on ${source.name} to be gone`);
}
