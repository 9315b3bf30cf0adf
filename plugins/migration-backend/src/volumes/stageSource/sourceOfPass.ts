/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import {
  KubernetesObject,
  StepResult,
} from '@namespace-migration/plugin-migration-node';
import { DirectContext } from '../engines/DirectContext';
import {
  snapshotApi,
  snapshotOfClaim,
} from '../engines/snapshot/snapshotObjects';
import { whyNotReady } from '../engines/snapshot/whyNotReady';
import { helperLabels, MoverOwner } from '../moverPod';
import { nodeOfClaim } from '../nodeOfClaim';
import { createUnlessThere } from '../runMover';
import { helperName, volumeName } from '../volumeName';

/** What a pass mounts on the source: a claim, and the node where that is possible. */
export interface SourceOfPass {
  claim: string;
  nodeName?: string;
}

export const stageClaimName = (owner: MoverOwner, volume: PlannedVolume) =>
  helperName('stage', volumeName(volume), owner.migrationId);

/**
 * The volume itself; with `stageFrom` snapshot a bulk pass gets a claim made of a snapshot, in which no file vanishes or
 * changes under the copy. The final pass reads the volume, at rest by then.
 */
export async function sourceOfPass(
  context: DirectContext,
  volume: PlannedVolume,
  pass: 'bulk' | 'final',
): Promise<SourceOfPass | StepResult> {
  const { source, owner } = context;
  if (volume.stageFrom !== 'snapshot' || pass === 'final') {
    const nodeName = await nodeOfClaim(source, volume);
    return { claim: volume.claim, nodeName };
  }
  const snapshot = await createUnlessThere(
    source,
    snapshotOfClaim(owner, volume, 'bulk'),
  );
  const notReady = whyNotReady(source, volume, snapshot);
  if (notReady) {
    return notReady;
  }
  const original = await source.get({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace: volume.namespace,
    name: volume.claim,
  });
  if (!original) {
    throw new Error(
      `Claim ${volume.namespace}/${volume.claim} has vanished from ${source.name}`,
    );
  }
  const { metadata } = await createUnlessThere(
    source,
    stageClaim(owner, volume, original, snapshot),
  );
  return { claim: metadata.name };
}

function stageClaim(
  owner: MoverOwner,
  volume: PlannedVolume,
  original: KubernetesObject,
  snapshot: KubernetesObject,
): KubernetesObject {
  const { accessModes, storageClassName, volumeMode } = original.spec;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: stageClaimName(owner, volume),
      namespace: volume.namespace,
      labels: helperLabels(owner, 'stage', volumeName(volume)),
    },
    spec: {
      accessModes,
      storageClassName,
      volumeMode,
      resources: {
        requests: {
          storage:
            snapshot.status.restoreSize ?? original.status.capacity.storage,
        },
      },
      dataSource: {
        apiGroup: snapshotApi.split('/')[0],
        kind: 'VolumeSnapshot',
        name: snapshot.metadata.name,
      },
    },
  };
}
