/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TestBed } from './testBed';

/** A claim on the destination whose volume is in truth as large as is said here, made before the plan. */
export async function smallClaim(
  bed: TestBed,
  destination: string,
  claim: string,
  size: string,
) {
  const path = join(bed.environment.stateDir, `small-${destination}`);
  mkdirSync(path, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]);
  const name = `small-${destination}`;
  await bed.call(bed.destination, '/api/v1/namespaces', 'POST', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: destination },
  });
  const spec = {
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'standard',
    volumeName: name,
    resources: { requests: { storage: '200Mi' } },
  };
  await bed.call(bed.destination, '/api/v1/persistentvolumes', 'POST', {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name },
    spec: {
      accessModes: spec.accessModes,
      storageClassName: spec.storageClassName,
      capacity: { storage: '200Mi' },
      persistentVolumeReclaimPolicy: 'Retain',
      hostPath: { path },
    },
  });
  await bed.call(
    bed.destination,
    `/api/v1/namespaces/${destination}/persistentvolumeclaims`,
    'POST',
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: claim },
      spec,
    },
  );
  return {
    grow: (to: string) =>
      execFileSync('mount', ['-o', `remount,size=${to}`, path]),
    path,
    remove: async () => {
      await bed.call(
        bed.destination,
        `/api/v1/namespaces/${destination}`,
        'DELETE',
      );
      await bed.gone(bed.destination, destination);
      await bed.call(
        bed.destination,
        `/api/v1/persistentvolumes/${name}`,
        'DELETE',
      );
      execFileSync('umount', [path]);
      rmSync(path, { recursive: true });
    },
  };
}
