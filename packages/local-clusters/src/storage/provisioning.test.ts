/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { truncateSizeOf } from './loopDevices';
import {
  backingFileAnnotation,
  isToDelete,
  provisionerName,
  storageClassObjects,
  volumeFor,
  wantsVolume,
} from './provisioning';

const claim = (change: any = {}) => ({
  metadata: {
    name: 'data',
    namespace: 'shop',
    uid: 'u1',
    ...change.metadata,
  },
  spec: {
    storageClassName: 'fast',
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '1Gi' } },
    ...change.spec,
  },
  status: { phase: 'Pending', ...change.status },
});
const selected = {
  annotations: { 'volume.kubernetes.io/selected-node': 'source-node' },
};

describe('storage classes', () => {
  it('are two, of which one is the default and waits for its consumer', () => {
    const classes = storageClassObjects();
    expect(
      classes.map(c => [
        c.metadata.name,
        c.volumeBindingMode,
        c.metadata.annotations['storageclass.kubernetes.io/is-default-class'],
      ]),
    ).toEqual([
      ['standard', 'WaitForFirstConsumer', 'true'],
      ['fast', 'Immediate', 'false'],
    ]);
  });
});

describe('wantsVolume', () => {
  it.each([
    ['a pending claim of the immediate class', claim(), true],
    [
      'one of the other class whose pod has no node yet',
      claim({ spec: { storageClassName: 'standard' } }),
      false,
    ],
    [
      'one whose pod has a node',
      claim({ metadata: selected, spec: { storageClassName: 'standard' } }),
      true,
    ],
    ["another's class", claim({ spec: { storageClassName: 'ceph' } }), false],
    ['no class', claim({ spec: { storageClassName: undefined } }), false],
    ['a chosen volume', claim({ spec: { volumeName: 'pv-1' } }), false],
    ['a bound claim', claim({ status: { phase: 'Bound' } }), false],
    [
      'a claim that goes',
      claim({ metadata: { deletionTimestamp: '2026-11-23T00:00:00Z' } }),
      false,
    ],
  ])('%s', (_name, object, expected) => {
    expect(wantsVolume(object)).toBe(expected);
  });
});

describe('volumeFor', () => {
  it('binds the directory to this claim and no other of its name', () => {
    const volume = volumeFor(claim(), { path: '/srv/v' }, 'source-node');
    expect(volume.metadata.name).toBe('pvc-u1');
    expect(volume.spec).toMatchObject({
      capacity: { storage: '1Gi' },
      storageClassName: 'fast',
      local: { path: '/srv/v' },
      claimRef: { namespace: 'shop', name: 'data', uid: 'u1' },
    });
    expect(
      volume.spec.nodeAffinity.required.nodeSelectorTerms[0]
        .matchExpressions[0],
    ).toMatchObject({ key: 'kubernetes.io/hostname', values: ['source-node'] });
  });

  it('is a device for a claim of blocks, and remembers the file behind it', () => {
    const block = claim({ spec: { volumeMode: 'Block' } });
    const volume = volumeFor(
      block,
      { path: '/dev/loop3', file: '/srv/v.img' },
      'source-node',
    );
    expect(volume.spec).toMatchObject({
      volumeMode: 'Block',
      local: { path: '/dev/loop3' },
    });
    expect(volume.metadata.annotations[backingFileAnnotation]).toBe(
      '/srv/v.img',
    );
  });
});

describe('isToDelete', () => {
  const volume = (change: any = {}) => ({
    metadata: {
      annotations: { 'pv.kubernetes.io/provisioned-by': provisionerName },
      ...change.metadata,
    },
    spec: { persistentVolumeReclaimPolicy: 'Delete', ...change.spec },
    status: { phase: 'Released', ...change.status },
  });

  it.each([
    ['ours and released', volume(), true],
    ['still bound', volume({ status: { phase: 'Bound' } }), false],
    [
      'to be retained',
      volume({ spec: { persistentVolumeReclaimPolicy: 'Retain' } }),
      false,
    ],
    [
      "another provisioner's",
      volume({
        metadata: {
          annotations: { 'pv.kubernetes.io/provisioned-by': 'ceph' },
        },
      }),
      false,
    ],
    ['made by hand', volume({ metadata: { annotations: undefined } }), false],
  ])('%s', (_name, object, expected) => {
    expect(isToDelete(object)).toBe(expected);
  });
});

describe('truncateSizeOf', () => {
  it.each([
    ['1Gi', '1G'],
    ['64Mi', '64M'],
    ['1G', '1GB'],
    ['500k', '500kB'],
    ['1048576', '1048576'],
  ])('%s is %s', (quantity, size) => {
    expect(truncateSizeOf(quantity)).toBe(size);
  });

  it('refuses what is no whole number of bytes', () => {
    expect(() => truncateSizeOf('0.5Gi')).toThrow('0.5Gi');
  });
});
