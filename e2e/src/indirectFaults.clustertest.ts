/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Plan, PlanInput } from '@namespace-migration/plugin-migration-common';
import { Bucket } from './bucket';
import { describeDirectory } from './independentComparison';
import { RefusingProxy } from './RefusingProxy';
import { smallClaim } from './smallClaim';
import { TestBed } from './testBed';

const namespace = 'shop-storage-refused';
const moved = 'shop-storage-refused-moved';
const bucketName = 'indirect-faults';
const rest: Partial<PlanInput> = {
  repository: 'bucket',
  volumes: ['files', 'journal'].map(claim => ({
    namespace,
    claim,
    copyMethod: 'indirect',
  })),
};

describe('a replication repository that fails', () => {
  let bed: TestBed;
  let bucket: Bucket;
  let proxy: RefusingProxy;
  let plan: Plan;

  beforeAll(async () => {
    bed = await TestBed.start(7242, namespace, { s3: true });
    const { endpoint, accessKey, secretKey } = bed.environment.s3!;
    bucket = await Bucket.make(bed.environment.s3!, bucketName);
    const { hostname } = new URL(endpoint);
    proxy = await RefusingProxy.start(endpoint, hostname, 7243);
    await bed.backend.api.registerRepository({
      name: 'bucket',
      location: {
        provider: 's3',
        bucket: bucketName,
        endpoint: `http://${hostname}:7243`,
        forcePathStyle: true,
        accessKeyId: accessKey,
        secretAccessKey: secretKey,
      },
    });
    plan = await bed.plan('refused', moved, rest);
  });

  afterAll(async () => {
    await bed?.close();
    await proxy?.close();
    await bucket?.remove();
  });

  const backups = async () =>
    (await bed.pods(bed.source, namespace)).filter(
      pod =>
        pod.metadata.labels?.['namespace-migration.io/component'] ===
          'backup' && pod.status.phase === 'Running',
    );

  it('for 20 s is waited for, and a mover killed meanwhile is followed by another', async () => {
    const { api } = bed.backend;
    const { id } = await api.startMigration(plan.id, { type: 'stage' });
    await bed.until('a mover has begun', async () =>
      (await bucket.keys()).some(key => key.endsWith('/config')),
    );
    proxy.refusing = true;
    await bed.until('it was refused', async () => proxy.refused > 0, 60);
    // whoever was refused may have been the portal
    let killed = '';
    await bed.until('a mover runs', async () => {
      killed = (await backups())[0]?.metadata.name ?? '';
      return killed !== '';
    });
    await sleep(10_000);
    await bed.call(
      bed.source,
      `/api/v1/namespaces/${namespace}/pods/${killed}?gracePeriodSeconds=0`,
      'DELETE',
    );
    await sleep(10_000);
    proxy.refusing = false;
    await bed.backend.ended(id, 'Completed');
    expect(await bed.describeFiles(bed.destination, moved)).toBe(
      await bed.describeFiles(bed.source, namespace),
    );
    expect(await bed.leftovers()).toEqual([]);
  });

  it('cannot help a destination that is full, and the others go on', async () => {
    const small = await smallClaim(bed, 'refused-full', 'files', '2m');
    try {
      const full = await bed.plan('refused-full', 'refused-full', {
        ...rest,
        volumes: rest.volumes!.map(volume => ({
          ...volume,
          adopt: volume.claim === 'files',
        })),
      });
      const failed = await bed.backend.run(full.id, 'stage', 'Failed');
      expect(failed.conditions).toEqual([
        expect.objectContaining({
          type: 'DestinationFull',
          message: expect.stringMatching(
            /claim refused-full\/files is full: .* and \d{8} bytes in 20\d\d files/,
          ),
        }),
      ]);
      expect(failed.volumes.map(({ claim, state }) => [claim, state])).toEqual([
        ['files', 'failed'],
        ['journal', 'copied'],
      ]);
      expect(await bed.leftovers()).toEqual([]);
      small.grow('200m');
      await bed.backend.run(full.id, 'stage');
      expect(describeDirectory(small.path)).toBe(
        await bed.describeFiles(bed.source, namespace),
      );
      await bed.backend.run(full.id, 'rollback');
      await bed.backend.api.deletePlan(full.id);
    } finally {
      await small.remove();
    }
  });

  it('for good stops a cutover, says why, and the source runs again', async () => {
    const { api } = bed.backend;
    await api.updatePlan(plan.id, {
      name: plan.name,
      source: plan.source,
      destination: plan.destination,
      namespaces: plan.namespaces,
      ...rest,
      options: { passDeadlineSeconds: 120 },
    });
    const { id } = await api.startMigration(plan.id, { type: 'cutover' });
    await bed.until('the bulk pass is over', async () =>
      (
        await api.getMigration(id)
      ).phases.some(
        ({ phase, state }) =>
          phase === 'BulkVolumePass' && state === 'completed',
      ),
    );
    proxy.refusing = true;
    const ended = await bed.backend.ended(id, 'Failed');
    expect(ended.conditions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'RepositoryUnreachable',
          category: 'Critical',
          message: expect.stringMatching(
            /replication repository bucket.*(503|Please reduce your request rate|no answer).*(Look at the storage|Test the repository)/i,
          ),
        }),
      ]),
    );
    expect(await bed.replicas(bed.source, namespace)).toBe(1);
    expect(await bed.leftovers()).toEqual([]);
    const { conditions } = await api.refreshPlan(plan.id);
    expect(conditions).toEqual([
      expect.objectContaining({
        type: 'RepositoryUnreachable',
        field: 'repository',
      }),
    ]);
  });

  it('keeps a plan from being deleted while its data cannot be', async () => {
    const { api } = bed.backend;
    await expect(api.deletePlan(plan.id)).rejects.toMatchObject({
      cause: {
        name: 'ConflictError',
        message: expect.stringContaining('replication repository bucket'),
      },
    });
    proxy.refusing = false;
    expect(await bucket.keys()).not.toEqual([]);
    await api.deletePlan(plan.id);
    expect(await bucket.keys()).toEqual([]);
  });
});
