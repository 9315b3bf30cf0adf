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
import { removeTakenSnapshot } from '../engines/snapshot/removeTakenSnapshot';
import { snapshotName } from '../engines/snapshot/snapshotObjects';
import { stageClaimName } from './sourceOfPass';

/** The movers that read the snapshot's claim, the claim, the snapshot: each when the one before is gone. */
export async function removeStageSource(
  { source, owner }: VolumeCopyContext,
  volumes: PlannedVolume[],
): Promise<StepResult> {
  for (const volume of volumes.filter(
    ({ stageFrom }) => stageFrom === 'snapshot',
  )) {
    const { namespace } = volume;
    const claim = stageClaimName(owner, volume);
    const pods = await source.list(
      { apiVersion: 'v1', kind: 'Pod' },
      { namespace },
    );
    for (const key of [
      ...pods
        .filter(pod =>
          pod.spec.volumes?.some(
            (v: any) => v.persistentVolumeClaim?.claimName === claim,
          ),
        )
        .map(({ metadata }) => ({
          apiVersion: 'v1',
          kind: 'Pod',
          namespace,
          name: metadata.name,
        })),
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace,
        name: claim,
      },
    ]) {
      if ((await source.delete(key)) === 'deleted') {
        return waiting(
          `${key.kind} ${namespace}/${key.name} on ${source.name} to be gone`,
        );
      }
    }
    const removed = await removeTakenSnapshot(
      source,
      namespace,
      snapshotName(owner, volume, 'bulk'),
    );
    if (removed.state !== 'done') {
      return removed;
    }
  }
  return done;
}
