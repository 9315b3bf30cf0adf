/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MatrixEngine } from '../MatrixEngine';
import { TestBed } from '../../testBed';

const directoryOf = (bed: TestBed) =>
  join(bed.environment.stateDir, `shared-${bed.namespace}`);
const volumeOf = (bed: TestBed, claim: string) => `${bed.namespace}-${claim}`;

/** Storage that both clusters mount: the kernel has no NFS, so it is a directory of this machine. */
export const move: MatrixEngine = {
  name: 'move',
  volumeMode: 'Filesystem',
  storageClass: 'shared',
  accessModes: ['ReadWriteMany'],
  selection: { action: 'move' },
  staged: false,
  shared: true,
  pathOf: async (bed, _cluster, _namespace, claim) =>
    join(directoryOf(bed), claim),
  async prepare(bed, claims) {
    await bed.makeMovable('shared');
    for (const claim of claims) {
      const path = join(directoryOf(bed), claim);
      mkdirSync(path, { recursive: true, mode: 0o777 });
      await bed.call(bed.source, '/api/v1/persistentvolumes', 'POST', {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name: volumeOf(bed, claim) },
        spec: {
          capacity: { storage: '8Gi' },
          accessModes: ['ReadWriteMany'],
          persistentVolumeReclaimPolicy: 'Retain',
          storageClassName: 'shared',
          claimRef: { namespace: bed.namespace, name: claim },
          hostPath: { path },
        },
      });
    }
  },
  async cleanUp(bed) {
    for (const cluster of [bed.source, bed.destination]) {
      const { items } = await bed.call(cluster, '/api/v1/persistentvolumes');
      for (const { metadata } of items.filter((item: any) =>
        item.spec.hostPath?.path.startsWith(`${directoryOf(bed)}/`),
      )) {
        await bed.call(
          cluster,
          `/api/v1/persistentvolumes/${metadata.name}`,
          'DELETE',
        );
      }
    }
    rmSync(directoryOf(bed), { recursive: true, force: true });
  },
};
