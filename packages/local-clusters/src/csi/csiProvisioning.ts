/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { csiClassName, csiDriverName } from './driverName';

/** The decisions of the provisioner, without effects. */

export type Wanted =
  | { from: 'nothing' }
  | { from: 'snapshot'; snapshot: string }
  | { refused: string };

/** Whether a claim waits for a volume of ours, and what it is to hold. */
export function wantedOf(claim: any): Wanted | undefined {
  const { spec, status, metadata } = claim;
  if (
    spec.storageClassName !== csiClassName ||
    spec.volumeName ||
    metadata.deletionTimestamp ||
    status?.phase !== 'Pending'
  ) {
    return undefined;
  }
  if ((spec.volumeMode ?? 'Filesystem') !== 'Filesystem') {
    return { refused: `${csiDriverName} has no volumes of volumeMode Block` };
  }
  const { dataSource } = spec;
  if (!dataSource) {
    return { from: 'nothing' };
  }
  return dataSource.kind === 'VolumeSnapshot' &&
    dataSource.apiGroup === 'snapshot.storage.k8s.io'
    ? { from: 'snapshot', snapshot: dataSource.name }
    : { refused: `A claim from a ${dataSource.kind} is not supported` };
}

export const handleOf = (claim: any) => `vol-${claim.metadata.uid}`;

export function csiVolumeFor(claim: any): any {
  const { namespace, name, uid } = claim.metadata;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: `pvc-${uid}`,
      annotations: { 'pv.kubernetes.io/provisioned-by': csiDriverName },
    },
    spec: {
      capacity: { storage: claim.spec.resources.requests.storage },
      accessModes: claim.spec.accessModes,
      persistentVolumeReclaimPolicy: 'Delete',
      storageClassName: csiClassName,
      volumeMode: 'Filesystem',
      csi: { driver: csiDriverName, volumeHandle: handleOf(claim) },
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace,
        name,
        uid,
      },
    },
  };
}

export function isCsiVolumeToDelete(volume: any): boolean {
  return (
    volume.spec.csi?.driver === csiDriverName &&
    volume.metadata.annotations?.['pv.kubernetes.io/provisioned-by'] ===
      csiDriverName &&
    volume.status?.phase === 'Released' &&
    volume.spec.persistentVolumeReclaimPolicy === 'Delete'
  );
}
