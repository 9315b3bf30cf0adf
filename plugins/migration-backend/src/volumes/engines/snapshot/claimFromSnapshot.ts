/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import {
  done,
  StepResult,
  waiting,
} from '@namespace-migration/plugin-migration-node';
import { claimFor } from '../../claimFor';
import { DirectContext } from '../DirectContext';
import { snapshotName } from './snapshotObjects';

/**
 * The destination's claim, made from the final snapshot. One that an earlier run made from another snapshot goes first.
 * Bound or not: a class that waits for its first consumer binds when the comparison mounts it.
 */
export async function claimFromSnapshot(
  context: DirectContext,
  volume: PlannedVolume,
): Promise<StepResult> {
  const { source, destination, owner } = context;
  const name = snapshotName(owner, volume, 'final');
  const key = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace: volume.target.namespace,
    name: volume.target.claim,
  };
  const there = await destination.get(key);
  if (there && there.spec.dataSource?.name !== name) {
    if (!there.metadata.deletionTimestamp) {
      context.assertOwn(there);
      await destination.delete(key, { uid: there.metadata.uid });
    }
    return waiting(
      `the claim ${key.namespace}/${key.name} of an earlier run to be gone from ${destination.name}`,
    );
  }
  if (!there) {
    const original = await source.get({
      ...key,
      namespace: volume.namespace,
      name: volume.claim,
    });
    if (!original) {
      throw new Error(
        `Claim ${volume.namespace}/${volume.claim} has vanished from ${source.name}`,
      );
    }
    const planned = claimFor(original, volume);
    await context.apply({
      ...planned,
      spec: {
        ...planned.spec,
        dataSource: {
          apiGroup: 'snapshot.storage.k8s.io',
          kind: 'VolumeSnapshot',
          name,
        },
      },
    });
  }
  return done;
}
