/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { csiVolumeFor, isCsiVolumeToDelete, wantedOf } from './csiProvisioning';
import { bindsTo, classOf, contentFor } from './snapshotting';

const claim = (change: any = {}) => ({
  metadata: { namespace: 'shop', name: 'data', uid: 'u1', ...change.metadata },
  spec: {
    storageClassName: 'csi-btrfs',
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '1Gi' } },
    ...change.spec,
  },
  status: { phase: 'Pending', ...change.status },
});
const snapshot = {
  metadata: { namespace: 'shop', name: 'before', uid: 's1' },
  spec: { source: { persistentVolumeClaimName: 'data' } } as any,
};
const classes = [
  { metadata: { name: 'others' }, driver: 'others', deletionPolicy: 'Delete' },
  {
    metadata: {
      name: 'csi-btrfs',
      annotations: {
        'snapshot.storage.kubernetes.io/is-default-class': 'true',
      },
    },
    driver: 'btrfs.csi.namespace-migration.io',
    deletionPolicy: 'Retain',
  },
];

describe('the provisioner', () => {
  it('serves pending claims of its class, empty or from a snapshot', () => {
    expect(wantedOf(claim())).toEqual({ from: 'nothing' });
    expect(
      wantedOf(
        claim({
          spec: {
            dataSource: {
              apiGroup: 'snapshot.storage.k8s.io',
              kind: 'VolumeSnapshot',
              name: 'before',
            },
          },
        }),
      ),
    ).toEqual({ from: 'snapshot', snapshot: 'before' });
  });

  it.each([
    ['of another class', { spec: { storageClassName: 'fast' } }],
    ['that has a volume', { spec: { volumeName: 'pv' } }],
    ['that is bound', { status: { phase: 'Bound' } }],
    ['that is deleted', { metadata: { deletionTimestamp: 'now' } }],
  ])('leaves a claim alone %s', (_, change) => {
    expect(wantedOf(claim(change))).toBeUndefined();
  });

  it('refuses devices, and claims from what it does not know', () => {
    expect(wantedOf(claim({ spec: { volumeMode: 'Block' } }))).toHaveProperty(
      'refused',
    );
    expect(
      wantedOf(
        claim({ spec: { dataSource: { kind: 'PersistentVolumeClaim' } } }),
      ),
    ).toHaveProperty('refused');
  });

  it('deletes what is released with policy Delete, and only its own', () => {
    const volume = { ...csiVolumeFor(claim()), status: { phase: 'Released' } };
    expect(isCsiVolumeToDelete(volume)).toBe(true);
    expect(
      isCsiVolumeToDelete({
        ...volume,
        spec: { ...volume.spec, persistentVolumeReclaimPolicy: 'Retain' },
      }),
    ).toBe(false);
    expect(isCsiVolumeToDelete({ ...volume, spec: { nfs: {} } })).toBe(false);
  });
});

describe('the snapshotter', () => {
  it("takes the class that is named, or the driver's default one", () => {
    expect(classOf(snapshot, classes)).toBe(classes[1]);
    expect(
      classOf({ spec: { volumeSnapshotClassName: 'others' } }, classes),
    ).toBe(classes[0]);
    expect(classOf(snapshot, classes.slice(0, 1))).toBeUndefined();
  });

  it('binds a content to the snapshot that it names, and to no other', () => {
    const content = contentFor(snapshot, 'vol-1', classes[1]);
    expect(content.spec).toMatchObject({
      deletionPolicy: 'Retain',
      source: { volumeHandle: 'vol-1' },
    });
    expect(bindsTo(content, snapshot)).toBe(true);
    const other = { metadata: { ...snapshot.metadata, uid: 's2' } };
    expect(bindsTo(content, other)).toBe(false);
    delete content.spec.volumeSnapshotRef.uid;
    expect(bindsTo(content, other)).toBe(true);
  });
});
