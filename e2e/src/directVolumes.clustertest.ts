/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TestBed } from './testBed';

const namespace = 'shop-direct';

describe('volumes that are copied directly', () => {
  let bed: TestBed;

  beforeAll(async () => {
    bed = await TestBed.start(7271, namespace);
  });

  afterAll(() => bed?.close());

  /** A claim on the destination whose volume is in truth as large as is said here, made before the plan. */
  async function smallClaim(destination: string, claim: string, size: string) {
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

  it('stop at a full destination with the size it needs, and the others go on', async () => {
    const small = await smallClaim('full', 'files', '2m');
    try {
      const { id } = await bed.plan('full', 'full', {
        volumes: [{ namespace, claim: 'files', adopt: true }],
        options: { endpoints: ['NodePort'], parallelVolumes: 1 },
      });
      const failed = await bed.backend.run(id, 'stage', 'Failed');
      expect(failed.conditions).toEqual([
        expect.objectContaining({
          type: 'DestinationFull',
          category: 'Critical',
          message: expect.stringMatching(
            /claim full\/files is full: .* and 1\d{7} bytes in 20\d\d files/,
          ),
          object: expect.objectContaining({ name: 'files' }),
        }),
      ]);
      expect(
        failed.volumes.map(({ claim, state, failure }) => [
          claim,
          state,
          failure?.type,
        ]),
      ).toEqual([
        ['files', 'failed', 'DestinationFull'],
        ['journal', 'copied', undefined],
      ]);
      expect(await bed.leftovers()).toEqual([]);

      small.grow('200m');
      const staged = await bed.backend.run(id, 'stage');
      expect(staged.volumes.map(({ state }) => state)).toEqual([
        'copied',
        'copied',
      ]);
      expect(staged.volumes[0]).not.toHaveProperty('failure');
      await bed.backend.run(id, 'rollback');
    } finally {
      await small.remove();
    }
  });
});
