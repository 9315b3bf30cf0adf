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
import {
  contentKey,
  removeTakenSnapshot,
  snapshotKey,
} from './removeTakenSnapshot';
import { snapshotName } from './snapshotObjects';

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
  for (const key of [
    snapshotKey(volume.target.namespace, name),
    contentKey(name),
  ]) {
    if ((await destination.delete(key)) === 'deleted') {
      return waiting(`${key.kind} ${name} on ${destination.name} to be gone`);
    }
  }
  return removeTakenSnapshot(source, volume.namespace, name);
}
