/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** The decisions of the provisioner, without effects. */

export const provisionerName = 'namespace-migration.io/directory';
/** The file behind a block volume's loop device. */
export const backingFileAnnotation = 'namespace-migration.io/backing-file';

export const storageClasses = [
  {
    name: 'standard',
    volumeBindingMode: 'WaitForFirstConsumer',
    isDefault: true,
  },
  { name: 'fast', volumeBindingMode: 'Immediate', isDefault: false },
] as const;

export function storageClassObjects(): any[] {
  return storageClasses.map(({ name, volumeBindingMode, isDefault }) => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: {
      name,
      annotations: {
        'storageclass.kubernetes.io/is-default-class': String(isDefault),
      },
    },
    provisioner: provisionerName,
    volumeBindingMode,
    reclaimPolicy: 'Delete',
    allowVolumeExpansion: false,
  }));
}

/** Whether the claim waits for a volume from us: its class is ours, it has none yet, and a node is chosen where one must be. */
export function wantsVolume(claim: any): boolean {
  const storageClass = storageClasses.find(
    ({ name }) => name === claim.spec.storageClassName,
  );
  if (
    !storageClass ||
    claim.spec.volumeName ||
    claim.metadata.deletionTimestamp
  ) {
    return false;
  }
  if (claim.status?.phase !== 'Pending') {
    return false;
  }
  return (
    storageClass.volumeBindingMode === 'Immediate' ||
    Boolean(claim.metadata.annotations?.['volume.kubernetes.io/selected-node'])
  );
}

export function isBlock(claim: any): boolean {
  return claim.spec.volumeMode === 'Block';
}

/** The volume of a claim at a directory, or at a device with the file behind it. */
export function volumeFor(
  claim: any,
  where: { path: string; file?: string },
  nodeName: string,
): any {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: `pvc-${claim.metadata.uid}`,
      annotations: {
        'pv.kubernetes.io/provisioned-by': provisionerName,
        ...(where.file && { [backingFileAnnotation]: where.file }),
      },
    },
    spec: {
      capacity: { storage: claim.spec.resources.requests.storage },
      accessModes: claim.spec.accessModes,
      persistentVolumeReclaimPolicy: 'Delete',
      storageClassName: claim.spec.storageClassName,
      volumeMode: claim.spec.volumeMode ?? 'Filesystem',
      local: { path: where.path },
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [
            {
              matchExpressions: [
                {
                  key: 'kubernetes.io/hostname',
                  operator: 'In',
                  values: [nodeName],
                },
              ],
            },
          ],
        },
      },
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: claim.metadata.namespace,
        name: claim.metadata.name,
        uid: claim.metadata.uid,
      },
    },
  };
}

/** Whether the volume is ours, released and to be deleted. */
export function isToDelete(volume: any): boolean {
  return (
    volume.metadata.annotations?.['pv.kubernetes.io/provisioned-by'] ===
      provisionerName &&
    volume.status?.phase === 'Released' &&
    volume.spec.persistentVolumeReclaimPolicy === 'Delete'
  );
}
