/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  failed,
  KubernetesObject,
  StepResult,
  waiting,
} from '@namespace-migration/plugin-migration-node';
import { snapshotApi } from './snapshotObjects';

/** A driver tries again by itself; what it complains of for so long is told as a failure. */
const PATIENCE_MS = 60_000;

/** What is waited for, or what the driver complains of; undefined when it is ready. */
export function whyNotReady(
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
