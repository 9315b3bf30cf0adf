/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalCluster } from '@namespace-migration/local-clusters';
import { TestBed } from './testBed';

const namespace = 'shop-shared';
const moved = 'shop-shared-moved';
const volume = 'shop-shared-ledger';

/** Storage that both clusters mount, like an NFS server's: this machine's kernel has no NFS, so it is a directory. */
describe('a namespace on shared storage', () => {
  let bed: TestBed;
  let planId: string;
  const shared = mkdtempSync(join(tmpdir(), 'shared-storage-'));

  const persistentVolume = (cluster: LocalCluster) =>
    bed.call(cluster, `/api/v1/persistentvolumes/${volume}`);
  const lines = () =>
    readFileSync(join(shared, 'ledger', 'ledger'), 'utf8')
      .trimEnd()
      .split('\n');

  beforeAll(async () => {
    mkdirSync(join(shared, 'ledger'), { mode: 0o777 });
    bed = await TestBed.start(7222, namespace);
    await bed.call(bed.source, '/api/v1/persistentvolumes', 'POST', {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: volume },
      spec: {
        capacity: { storage: '1Gi' },
        accessModes: ['ReadWriteMany'],
        persistentVolumeReclaimPolicy: 'Delete',
        storageClassName: 'shared',
        hostPath: { path: join(shared, 'ledger') },
      },
    });
    await bed.call(
      bed.source,
      `/api/v1/namespaces/${namespace}/persistentvolumeclaims`,
      'POST',
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'ledger' },
        spec: {
          accessModes: ['ReadWriteMany'],
          storageClassName: 'shared',
          volumeName: volume,
          resources: { requests: { storage: '1Gi' } },
        },
      },
    );
    await bed.call(
      bed.source,
      `/apis/apps/v1/namespaces/${namespace}/deployments`,
      'POST',
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'ledger' },
        spec: {
          replicas: 1,
          strategy: { type: 'Recreate' },
          selector: { matchLabels: { app: 'ledger' } },
          template: {
            metadata: { labels: { app: 'ledger' } },
            spec: {
              terminationGracePeriodSeconds: 2,
              containers: [
                {
                  name: 'main',
                  image: bed.environment.images.demo,
                  // every line says which pod wrote it, so that two writers at once would be seen
                  command: [
                    'bash',
                    '-c',
                    'while :; do echo "$HOSTNAME $(date +%s%N)" >> /data/ledger; sleep 0.1; done',
                  ],
                  volumeMounts: [{ name: 'data', mountPath: '/data' }],
                },
              ],
              volumes: [
                {
                  name: 'data',
                  persistentVolumeClaim: { claimName: 'ledger' },
                },
              ],
            },
          },
        },
      },
    );
    await bed.until('the ledger is written', async () => {
      try {
        return lines().length > 5;
      } catch {
        return false;
      }
    });
  });

  afterAll(async () => {
    await bed?.close();
    for (const cluster of bed ? [bed.source, bed.destination] : []) {
      await bed.call(cluster, `/api/v1/persistentvolumes/${volume}`, 'DELETE');
    }
    rmSync(shared, { recursive: true, force: true });
  });

  it('is not offered a move before the administrator says that its class can', async () => {
    const plan = await bed.plan('shared', moved, {
      volumes: [{ namespace, claim: 'ledger', action: 'move' }],
    });
    planId = plan.id;
    expect(plan.conditions).toEqual([
      expect.objectContaining({
        type: 'CopyMethodDoesNotFit',
        message: expect.stringContaining(
          'name its class shared in movableStorageClasses of the source cluster',
        ),
      }),
    ]);
    await bed.makeMovable('shared');
    const refreshed = await bed.backend.api.refreshPlan(planId);
    expect(refreshed.conditions).toEqual([]);
    expect(
      refreshed.volumes.find(({ claim }) => claim === 'ledger'),
    ).toMatchObject({
      action: 'move',
      copyMethod: 'move',
      volumeSource: 'hostPath',
    });
  });

  it('is staged: the destination reaches the storage, and nothing has changed', async () => {
    await bed.backend.run(planId, 'stage');
    expect(
      (await persistentVolume(bed.source)).spec.persistentVolumeReclaimPolicy,
    ).toBe('Delete');
    expect(await persistentVolume(bed.destination)).toBeUndefined();
    expect(await bed.leftovers()).toEqual([]);
  });

  it('is cut over: the same volume, seen to be it, with the source kept', async () => {
    const before = lines().length;
    const cutover = await bed.backend.run(planId, 'cutover');
    expect(
      cutover.volumes.find(({ claim }) => claim === 'ledger'),
    ).toMatchObject({
      state: 'verified',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      proof: { mode: 'metadata', files: 1, differences: 0 },
    });
    const here = await persistentVolume(bed.source);
    expect(here.spec.persistentVolumeReclaimPolicy).toBe('Retain');
    expect((await persistentVolume(bed.destination)).spec).toMatchObject({
      hostPath: here.spec.hostPath,
      persistentVolumeReclaimPolicy: 'Retain',
      claimRef: { namespace: moved, name: 'ledger' },
    });
    await bed.until('the destination goes on with the ledger', async () => {
      const writers = new Set(
        lines()
          .slice(before)
          .map(line => line.split(' ')[0]),
      );
      return writers.size === 2;
    });
    // nobody wrote between the last line of one writer and the first line of the other
    const writers = lines().map(line => line.split(' ')[0]);
    expect(
      writers.filter((name, i) => i > 0 && name !== writers[i - 1]),
    ).toHaveLength(1);
    expect(await bed.leftovers()).toEqual([]);
  });

  it('is rolled back: the volume is given back with what the destination wrote, and its policy', async () => {
    const atCutover = lines().length;
    await bed.backend.run(planId, 'rollback');
    await bed.gone(bed.destination, moved);
    expect(await persistentVolume(bed.destination)).toBeUndefined();
    const here = await persistentVolume(bed.source);
    expect(here.spec.persistentVolumeReclaimPolicy).toBe('Delete');
    expect(here.metadata.annotations).not.toHaveProperty([
      'namespace-migration.io/reclaim-policy-before',
    ]);
    expect(lines().length).toBeGreaterThanOrEqual(atCutover);
    const writers = lines().map(line => line.split(' ')[0]);
    await bed.until(
      'the source goes on',
      async () => new Set(lines().map(line => line.split(' ')[0])).size === 3,
    );
    expect(new Set(writers).size).toBeGreaterThanOrEqual(2);
  });
});
