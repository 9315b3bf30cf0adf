/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '@namespace-migration/plugin-migration-node';
import { checkStorageQuotas, neededOf } from './checkStorageQuotas';

const GI = 2 ** 30;
const volume = (claim: string, storageClass: string) =>
  ({
    action: 'copy',
    target: { namespace: 'shop', claim, storageClass, sizeBytes: 2 * GI },
  } as PlannedVolume);
const volumes = [volume('data', 'fast'), volume('logs', 'slow')];

/** What the destination would answer; the decisions are what is tested here. */
const cluster = (objects: any[]) =>
  ({
    name: 'new',
    list: async ({ kind }: { kind: string }) =>
      objects.filter(object => object.kind === kind),
  } as unknown as ClusterClient);
const quota = (hard: object, used: object = {}) => ({
  kind: 'ResourceQuota',
  metadata: { namespace: 'shop', name: 'storage' },
  status: { hard, used },
});
const found = async (...objects: any[]) =>
  (await checkStorageQuotas('p1', volumes, cluster(objects))).map(
    ({ type, message }) => [type, message],
  );

describe('checkStorageQuotas', () => {
  it('is content where there is none, and where there is room', async () => {
    expect(await found()).toEqual([]);
    expect(
      await found(quota({ 'requests.storage': '4Gi', pods: '0' })),
    ).toEqual([]);
  });

  it('counts what is used already', async () => {
    expect(
      await found(
        quota({ 'requests.storage': '5Gi' }, { 'requests.storage': '2Gi' }),
      ),
    ).toEqual([
      [
        'QuotaExceeded',
        expect.stringContaining('allows 5Gi of requests.storage'),
      ],
    ]);
  });

  it('knows quotas of one class, and of the number of claims', () => {
    const ofFast = 'fast.storageclass.storage.k8s.io/';
    expect(neededOf(`${ofFast}requests.storage`, volumes)).toBe(2 * GI);
    expect(neededOf(`${ofFast}persistentvolumeclaims`, volumes)).toBe(1);
    expect(neededOf('persistentvolumeclaims', volumes)).toBe(2);
    expect(neededOf('requests.cpu', volumes)).toBe(0);
  });

  it('does not count a claim twice that the plan has made already', async () => {
    const made = {
      kind: 'PersistentVolumeClaim',
      metadata: {
        namespace: 'shop',
        name: 'data',
        annotations: { 'namespace-migration.io/migrated-by-plan': 'p1' },
      },
    };
    const tight = quota(
      { persistentvolumeclaims: '2' },
      { persistentvolumeclaims: '1' },
    );
    expect(await found(tight)).toHaveLength(1);
    expect(await found(tight, made)).toEqual([]);
  });

  it('names the claim that a LimitRange would refuse', async () => {
    const range = (limits: object) => ({
      kind: 'LimitRange',
      metadata: { namespace: 'shop', name: 'sizes' },
      spec: { limits: [{ type: 'PersistentVolumeClaim', ...limits }] },
    });
    expect(
      await found(range({ min: { storage: '1Gi' }, max: { storage: '2Gi' } })),
    ).toEqual([]);
    expect(await found(range({ max: { storage: '1Gi' } }))).toEqual([
      ['LimitRangeViolated', expect.stringContaining('claim data')],
      ['LimitRangeViolated', expect.stringContaining('claim logs')],
    ]);
    expect(await found(range({ min: { storage: '3Gi' } }))).toHaveLength(2);
  });
});
