/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  done,
  StepResult,
  waiting,
} from '@namespace-migration/plugin-migration-node';
import { snapshotApi } from './snapshotObjects';

export const snapshotKey = (namespace: string, name: string) => ({
  apiVersion: snapshotApi,
  kind: 'VolumeSnapshot',
  namespace,
  name,
});
export const contentKey = (name: string) => ({
  apiVersion: snapshotApi,
  kind: 'VolumeSnapshotContent',
  name,
});

/** A snapshot that was taken here goes with what the storage holds of it, whatever its class says. */
export async function removeTakenSnapshot(
  cluster: ClusterClient,
  namespace: string,
  name: string,
): Promise<StepResult> {
  const key = snapshotKey(namespace, name);
  const taken = await cluster.get(key);
  if (!taken) {
    return done;
  }
  const bound = taken.status?.boundVolumeSnapshotContentName;
  const held = bound && (await cluster.get(contentKey(bound)));
  if (held && held.spec.deletionPolicy !== 'Delete') {
    await cluster.patch(
      contentKey(bound),
      { spec: { deletionPolicy: 'Delete' } },
      { type: 'merge' },
    );
  }
  await cluster.delete(key);
  return waiting(`VolumeSnapshot ${name} on ${cluster.name} to be gone`);
}
