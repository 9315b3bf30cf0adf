/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  MIGRATED_BY_PLAN_ANNOTATION,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { parseQuantity } from '../volumes/parseQuantity';

/** ResourceQuotas and LimitRanges of the destination that would refuse the claims. Reads only. */
export async function checkStorageQuotas(
  planId: string,
  volumes: PlannedVolume[],
  destination: ClusterClient,
): Promise<Condition[]> {
  const conditions: Condition[] = [];
  const copied = volumes.filter(({ action }) => action !== 'skip');
  for (const namespace of new Set(
    copied.map(({ target }) => target.namespace),
  )) {
    const claims = await destination.list(
      { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
      { namespace },
    );
    const isThere = ({ target }: PlannedVolume) =>
      claims.some(
        ({ metadata }) =>
          metadata.name === target.claim &&
          metadata.annotations?.[MIGRATED_BY_PLAN_ANNOTATION] === planId,
      );
    const missing = copied.filter(
      volume =>
        volume.target.namespace === namespace &&
        !volume.target.adopt &&
        !isThere(volume),
    );
    for (const quota of await destination.list(
      { apiVersion: 'v1', kind: 'ResourceQuota' },
      { namespace },
    )) {
      conditions.push(...exceeded(destination.name, quota, missing));
    }
    for (const range of await destination.list(
      { apiVersion: 'v1', kind: 'LimitRange' },
      { namespace },
    )) {
      conditions.push(...outside(destination.name, range, missing));
    }
  }
  return conditions;
}

/** How much of what a quota counts these claims need. Names are those of the Kubernetes quota admission. */
export function neededOf(resource: string, volumes: PlannedVolume[]): number {
  const [, storageClass, counted] =
    /^(?:(.+)\.storageclass\.storage\.k8s\.io\/)?(requests\.storage|persistentvolumeclaims)$/.exec(
      resource,
    ) ?? [];
  const concerned = volumes.filter(
    ({ target }) =>
      storageClass === undefined || target.storageClass === storageClass,
  );
  switch (counted) {
    case 'requests.storage':
      return concerned.reduce((sum, { target }) => sum + target.sizeBytes, 0);
    case 'persistentvolumeclaims':
      return concerned.length;
    default:
      return 0;
  }
}

function exceeded(
  cluster: string,
  quota: KubernetesObject,
  missing: PlannedVolume[],
): Condition[] {
  const { namespace, name } = quota.metadata;
  const hard: Record<string, string> =
    quota.status?.hard ?? quota.spec?.hard ?? {};
  return Object.entries(hard).flatMap(([resource, limit]) => {
    const needed = neededOf(resource, missing);
    const used = parseQuantity(quota.status?.used?.[resource] ?? '0');
    return needed > 0 && used + needed > parseQuantity(limit)
      ? [
          {
            type: 'QuotaExceeded',
            category: 'Critical' as const,
            message: `ResourceQuota ${namespace}/${name} on ${cluster} allows ${limit} of ${resource}; ${used} are used and the plan's claims need ${needed} more. Raise the quota, or plan less.`,
            object: {
              cluster,
              apiVersion: 'v1',
              kind: 'ResourceQuota',
              namespace,
              name,
            },
          },
        ]
      : [];
  });
}

function outside(
  cluster: string,
  range: KubernetesObject,
  missing: PlannedVolume[],
): Condition[] {
  const { namespace, name } = range.metadata;
  const limits: Array<{
    type: string;
    min?: Record<string, string>;
    max?: Record<string, string>;
  }> = (range.spec?.limits ?? []).filter(
    ({ type }: { type: string }) => type === 'PersistentVolumeClaim',
  );
  return limits.flatMap(({ min, max }) =>
    missing
      .filter(
        ({ target }) =>
          (min?.storage && target.sizeBytes < parseQuantity(min.storage)) ||
          (max?.storage && target.sizeBytes > parseQuantity(max.storage)),
      )
      .map(({ target }) => ({
        type: 'LimitRangeViolated',
        category: 'Critical' as const,
        message: `LimitRange ${namespace}/${name} on ${cluster} wants claims of ${
          min?.storage ?? 'any size'
        } to ${max?.storage ?? 'any size'}, and claim ${
          target.claim
        } is to have ${
          target.sizeBytes
        } bytes. Change the LimitRange, or plan another size.`,
        object: {
          cluster,
          apiVersion: 'v1',
          kind: 'LimitRange',
          namespace,
          name,
        },
      })),
  );
}
