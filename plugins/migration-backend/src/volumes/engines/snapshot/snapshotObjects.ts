/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { helperLabels, MoverOwner } from '../../moverPod';
import { helperName, volumeName } from '../../volumeName';

export const snapshotApi = 'snapshot.storage.k8s.io/v1';

/** The same on both clusters: a second pass makes another one. */
export function snapshotName(
  owner: MoverOwner,
  volume: PlannedVolume,
  pass: 'bulk' | 'final',
): string {
  return helperName(`snap-${pass}`, volumeName(volume), owner.migrationId);
}

/** Of the source's claim, to be taken by the driver. */
export function snapshotOfClaim(
  owner: MoverOwner,
  volume: PlannedVolume,
  pass: 'bulk' | 'final',
): KubernetesObject {
  return {
    apiVersion: snapshotApi,
    kind: 'VolumeSnapshot',
    metadata: {
      name: snapshotName(owner, volume, pass),
      namespace: volume.namespace,
      labels: helperLabels(owner, 'snapshot', volumeName(volume)),
    },
    spec: {
      volumeSnapshotClassName: volume.snapshotClasses!.source,
      source: { persistentVolumeClaimName: volume.claim },
    },
  };
}

/**
 * The source's snapshot on the destination, by its handle. Retain: deleting it here must not delete what the source made.
 */
export function importedSnapshot(
  owner: MoverOwner,
  volume: PlannedVolume,
  pass: 'bulk' | 'final',
  snapshotHandle: string,
): { content: KubernetesObject; snapshot: KubernetesObject } {
  const name = snapshotName(owner, volume, pass);
  const { namespace } = volume.target;
  const labels = helperLabels(owner, 'snapshot', volumeName(volume));
  const volumeSnapshotClassName = volume.snapshotClasses!.destination;
  return {
    content: {
      apiVersion: snapshotApi,
      kind: 'VolumeSnapshotContent',
      metadata: { name, labels },
      spec: {
        deletionPolicy: 'Retain',
        driver: volume.driver,
        volumeSnapshotClassName,
        source: { snapshotHandle },
        volumeSnapshotRef: {
          apiVersion: snapshotApi,
          kind: 'VolumeSnapshot',
          namespace,
          name,
        },
      },
    },
    snapshot: {
      apiVersion: snapshotApi,
      kind: 'VolumeSnapshot',
      metadata: { name, namespace, labels },
      spec: {
        volumeSnapshotClassName,
        source: { volumeSnapshotContentName: name },
      },
    },
  };
}
