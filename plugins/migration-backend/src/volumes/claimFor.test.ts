/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { claimFor } from './claimFor';

const volume: PlannedVolume = {
  namespace: 'shop',
  claim: 'data',
  storageClass: 'gp2',
  accessModes: ['ReadWriteOnce'],
  volumeMode: 'Filesystem',
  requestedBytes: 100,
  capacityBytes: 200,
  mountedBy: [],
  action: 'copy',
  copyMethod: 'filesystem',
  copyMethods: [],
  target: {
    namespace: 'shop-moved',
    claim: 'data-new',
    storageClass: 'standard',
    sizeBytes: 200,
    accessModes: ['ReadWriteMany'],
    adopt: false,
  },
};
const original: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: {
    name: 'data',
    namespace: 'shop',
    uid: 'u',
    labels: { app: 'web' },
    annotations: {
      team: 'a',
      'pv.kubernetes.io/bind-completed': 'yes',
      'volume.kubernetes.io/selected-node': 'node-1',
      'volume.beta.kubernetes.io/storage-provisioner': 'x',
      'kubectl.kubernetes.io/last-applied-configuration': '{}',
    },
    finalizers: ['kubernetes.io/pvc-protection'],
  },
  spec: { volumeName: 'pv-1', storageClassName: 'gp2' },
  status: { phase: 'Bound' },
};

describe('claimFor', () => {
  it('is as planned, and bound to nothing', () => {
    expect(claimFor(original, volume)).toEqual({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: 'data-new',
        namespace: 'shop-moved',
        labels: { app: 'web' },
        annotations: { team: 'a' },
      },
      spec: {
        accessModes: ['ReadWriteMany'],
        storageClassName: 'standard',
        volumeMode: 'Filesystem',
        resources: { requests: { storage: '200' } },
      },
    });
  });

  it("leaves the class to the destination's default where none is planned", () => {
    const { spec } = claimFor(original, {
      ...volume,
      target: { ...volume.target, storageClass: undefined },
    });
    // an empty text would mean: no class at all
    expect(spec).not.toHaveProperty('storageClassName');
  });
});
