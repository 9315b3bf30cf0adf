/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  done,
  failed,
  KubernetesObject,
  StepResult,
  waiting,
} from '@namespace-migration/plugin-migration-node';
import { createUnlessThere } from '../../runMover';
import { DirectContext } from '../DirectContext';
import {
  importedSnapshot,
  snapshotApi,
  snapshotOfClaim,
} from './snapshotObjects';

/** A driver tries again by itself; what it complains of for so long is told as a failure. */
const PATIENCE_MS = 60_000;

/** A snapshot of the source's volume, ready to use on the destination. */
export async function carrySnapshot(
  context: DirectContext,
  volume: PlannedVolume,
  pass: 'bulk' | 'final',
): Promise<StepResult> {
  const { owner, source, destination } = context;
  const taken = await createUnlessThere(
    source,
    snapshotOfClaim(owner, volume, pass),
  );
  const notTaken = whyNotReady(source, volume, taken);
  if (notTaken) {
    return notTaken;
  }
  const content = await source.get({
    apiVersion: snapshotApi,
    kind: 'VolumeSnapshotContent',
    name: taken.status.boundVolumeSnapshotContentName,
  });
  const handle = content?.status?.snapshotHandle;
  if (!content || !handle) {
    return waiting(
      `the handle of VolumeSnapshot ${volume.namespace}/${taken.metadata.name} on ${source.name}`,
    );
  }
  if (content.spec.deletionPolicy !== 'Retain') {
    // whoever deletes the namespace does not delete what the destination is made from
    await source.patch(
      {
        apiVersion: snapshotApi,
        kind: 'VolumeSnapshotContent',
        name: content.metadata.name,
      },
      { spec: { deletionPolicy: 'Retain' } },
      { type: 'merge' },
    );
  }
  const imported = importedSnapshot(owner, volume, pass, handle);
  await createUnlessThere(destination, imported.content);
  const there = await createUnlessThere(destination, imported.snapshot);
  return whyNotReady(destination, volume, there) ?? done;
}

/** What is waited for, or what the driver complains of; undefined when it is ready. */
function whyNotReady(
  cluster: ClusterClient,
  volume: PlannedVolume,
  { metadata, status }: KubernetesObject,
): StepResult | undefined {
  if (status?.readyToUse) {
    return undefined;
  }
  const name = `VolumeSnapshot ${metadata.namespace}/${metadata.name} on ${cluster.name}`;
  const complaint = status?.error?.message;
  const since = Date.parse(metadata.creationTimestamp ?? '');
  return complaint && Date.now() - since > PATIENCE_MS
    ? failed({
        type: 'SnapshotFailed',
        category: 'Critical',
        message: `${name} of claim ${volume.namespace}/${volume.claim} does not get ready: ${complaint}. Driver ${volume.driver} must reach the same storage on both clusters; if it does not, choose another copy method.`,
        object: {
          cluster: cluster.name,
          apiVersion: snapshotApi,
          kind: 'VolumeSnapshot',
          namespace: metadata.namespace,
          name: metadata.name,
        },
      })
    : waiting(`${name} to be ready${complaint ? ` (${complaint})` : ''}`);
}
