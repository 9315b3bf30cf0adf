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
import { createUnlessThere } from '../../runMover';
import { DirectContext } from '../DirectContext';
import {
  importedSnapshot,
  snapshotApi,
  snapshotOfClaim,
} from './snapshotObjects';
import { whyNotReady } from './whyNotReady';

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
