/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { csiClassName, csiDriverName } from './driverName';

const group = 'snapshot.storage.k8s.io';

/** As https://github.com/kubernetes-csi/external-snapshotter defines them; the fields are checked by who reads them. */
function definition(
  kind: string,
  plural: string,
  scope: 'Namespaced' | 'Cluster',
): any {
  const open = {
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
  };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${group}`,
      annotations: {
        'api-approved.kubernetes.io':
          'https://github.com/kubernetes-csi/external-snapshotter/pull/419',
      },
    },
    spec: {
      group,
      scope,
      names: {
        kind,
        plural,
        singular: kind.toLowerCase(),
        listKind: `${kind}List`,
      },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          ...(kind !== 'VolumeSnapshotClass' && {
            subresources: { status: {} },
          }),
          schema: {
            openAPIV3Schema:
              kind === 'VolumeSnapshotClass'
                ? {
                    type: 'object',
                    required: ['deletionPolicy', 'driver'],
                    properties: {
                      deletionPolicy: {
                        type: 'string',
                        enum: ['Delete', 'Retain'],
                      },
                      driver: { type: 'string' },
                      parameters: {
                        type: 'object',
                        additionalProperties: { type: 'string' },
                      },
                    },
                  }
                : {
                    type: 'object',
                    required: ['spec'],
                    properties: { spec: open, status: open },
                  },
          },
        },
      ],
    },
  };
}

export const snapshotDefinitions: any[] = [
  definition('VolumeSnapshot', 'volumesnapshots', 'Namespaced'),
  definition('VolumeSnapshotContent', 'volumesnapshotcontents', 'Cluster'),
  definition('VolumeSnapshotClass', 'volumesnapshotclasses', 'Cluster'),
];

/** What an administrator installs with the driver, by the path it is applied at. */
export const driverObjects: Array<{ path: string; object: any }> = [
  {
    path: '/apis/storage.k8s.io/v1/csidrivers',
    object: {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'CSIDriver',
      metadata: { name: csiDriverName },
      spec: { attachRequired: false, podInfoOnMount: false },
    },
  },
  {
    path: '/apis/storage.k8s.io/v1/storageclasses',
    object: {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: csiClassName },
      provisioner: csiDriverName,
      volumeBindingMode: 'Immediate',
      reclaimPolicy: 'Delete',
      allowVolumeExpansion: false,
    },
  },
  {
    path: `/apis/${group}/v1/volumesnapshotclasses`,
    object: {
      apiVersion: `${group}/v1`,
      kind: 'VolumeSnapshotClass',
      metadata: {
        name: csiClassName,
        annotations: {
          'snapshot.storage.kubernetes.io/is-default-class': 'true',
        },
      },
      driver: csiDriverName,
      deletionPolicy: 'Delete',
    },
  },
];
