/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import {
  done,
  StepResult,
  VolumeCopyContext,
} from '@namespace-migration/plugin-migration-node';
import { removeReach } from './reachStorage';
import { findSourceVolume, sourceVolume } from './volumeObjects';

/** On the source's PersistentVolume: what its policy was before it was moved. */
const POLICY_BEFORE = 'namespace-migration.io/reclaim-policy-before';

/** From now on nobody who deletes the source's claim or namespace deletes the data with it. */
export async function retain(
  { source, event }: VolumeCopyContext,
  volume: PlannedVolume,
): Promise<void> {
  const original = await sourceVolume(source, volume);
  const policy = original.spec.persistentVolumeReclaimPolicy;
  if (
    policy === 'Retain' ||
    original.metadata.annotations?.[POLICY_BEFORE] !== undefined
  ) {
    return;
  }
  await source.patch(
    {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      name: original.metadata.name,
    },
    {
      metadata: { annotations: { [POLICY_BEFORE]: policy } },
      spec: { persistentVolumeReclaimPolicy: 'Retain' },
    },
    { type: 'merge' },
  );
  await event({
    level: 'info',
    reason: 'VolumeRetained',
    message: `PersistentVolume ${original.metadata.name} of ${volume.namespace}/${volume.claim} on ${source.name} is kept from now on (its policy was ${policy})`,
  });
}

/**
 * After a rollback or a cancel the source's policies are what they were. After a cutover, and after a failure that may
 * be followed by one or by a rollback, the volumes stay retained on both sides: only a person may give data up.
 */
export async function giveBackPolicies(
  context: VolumeCopyContext,
  volumes: PlannedVolume[],
): Promise<StepResult> {
  for (const volume of volumes) {
    const removed = await removeReach(context, volume);
    if (removed.state !== 'done') {
      return removed;
    }
    if (!['rollback', 'cancel'].includes(context.itinerary)) {
      continue;
    }
    const original = await findSourceVolume(context.source, volume);
    const policy = original?.metadata.annotations?.[POLICY_BEFORE];
    if (original && policy !== undefined) {
      await context.source.patch(
        {
          apiVersion: 'v1',
          kind: 'PersistentVolume',
          name: original.metadata.name,
        },
        {
          metadata: { annotations: { [POLICY_BEFORE]: null } },
          spec: { persistentVolumeReclaimPolicy: policy },
        },
        { type: 'merge' },
      );
    }
  }
  return done;
}
