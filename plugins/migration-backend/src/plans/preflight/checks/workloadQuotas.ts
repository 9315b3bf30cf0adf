/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  MIGRATED_BY_PLAN_ANNOTATION,
} from '@namespace-migration/plugin-migration-common';
import {
  KubernetesObject,
  PlannedSummary,
  PreflightCheck,
  PreflightContext,
} from '@namespace-migration/plugin-migration-node';
import { quantityValue } from '../../../volumes/quantityValue';
import { plannedPodTemplates } from '../plannedPodTemplates';
import { podResources } from '../podResources';
import { PodTemplate, workloadKindNames } from '../podTemplatesOf';
import { refOf } from '../refOf';

/** Storage is looked at with the volumes, see checkStorageQuotas. */
export const workloadQuotas: PreflightCheck = {
  name: 'WorkloadQuotas',
  title: 'Quotas of pods, CPU, memory and counts on the destination',
  plannedKinds: workloadKindNames,
  appliesTo: type => type === 'full',
  async run(context) {
    const { destination, namespaces, planned } = context;
    const templates = await plannedPodTemplates(context);
    const conditions: Condition[] = [];
    for (const { destination: namespace } of namespaces) {
      const quotas = await destination.list(
        { apiVersion: 'v1', kind: 'ResourceQuota' },
        { namespace },
      );
      const ranges = await destination.list(
        { apiVersion: 'v1', kind: 'LimitRange' },
        { namespace },
      );
      for (const quota of quotas) {
        const counts = await countsToCome(context, quota, planned, namespace);
        const mine = templates.filter(
          template => template.namespace === namespace,
        );
        conditions.push(
          ...exceededBy(destination.name, quota, mine, counts),
          ...withoutRequests(destination.name, quota, ranges, mine),
        );
      }
    }
    return conditions;
  },
};

/** By the name that quotas count a kind by; what this plan has brought already is not needed again. */
async function countsToCome(
  { destination, planId }: PreflightContext,
  quota: KubernetesObject,
  planned: PlannedSummary,
  namespace: string,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const hard = Object.keys(quota.spec?.hard ?? {});
  for (const entry of planned.counts) {
    const type = await destination.findType(entry.apiVersion, entry.kind);
    if (!type || entry.namespace !== namespace) {
      continue;
    }
    const names = [
      `count/${type.resource}${type.group && `.${type.group}`}`,
      ...(type.group ? [] : [type.resource]),
    ].filter(name => hard.includes(name));
    if (names.length > 0) {
      const ours = (await destination.list(type, { namespace })).filter(
        ({ metadata }) =>
          metadata.annotations?.[MIGRATED_BY_PLAN_ANNOTATION] === planId,
      ).length;
      for (const name of names) {
        counts[name] = Math.max(0, entry.count - ours);
      }
    }
  }
  return counts;
}

export function exceededBy(
  cluster: string,
  quota: KubernetesObject,
  templates: PodTemplate[],
  counts: Record<string, number>,
): Condition[] {
  if (quota.spec?.scopes?.length || quota.spec?.scopeSelector) {
    // it counts only some pods, and which is not known before they are there
    return [];
  }
  const { namespace, name } = quota.metadata;
  const hard: Record<string, string> =
    quota.status?.hard ?? quota.spec?.hard ?? {};
  return Object.entries(hard).flatMap(([resource, limit]) => {
    const needed = counts[resource] ?? neededByPods(resource, templates);
    const used = quantityValue(quota.status?.used?.[resource] ?? '0');
    return needed > 0 && used + needed > quantityValue(limit)
      ? [
          {
            type: 'QuotaExceeded',
            category: 'Critical' as const,
            message: `ResourceQuota ${namespace}/${name} on ${cluster} allows ${limit} of ${resource}; ${used} are used and the plan's objects need ${needed} more. Raise the quota, or plan less.`,
            object: refOf(cluster, quota),
          },
        ]
      : [];
  });
}

function neededByPods(resource: string, templates: PodTemplate[]): number {
  const [, field, name] = /^(?:(requests|limits)\.)?(.+)$/.exec(resource)!;
  if (resource === 'pods' || resource === 'count/pods') {
    return templates.reduce((sum, { count }) => sum + count, 0);
  }
  if (!field && !['cpu', 'memory', 'ephemeral-storage'].includes(name)) {
    return 0;
  }
  const side = field === 'limits' ? 'limits' : 'requests';
  return templates.reduce(
    (sum, { count, spec }) =>
      sum + count * (podResources(spec, side)[name] ?? 0),
    0,
  );
}

/** A quota over CPU or memory refuses every pod that does not say how much it wants. */
export function withoutRequests(
  cluster: string,
  quota: KubernetesObject,
  ranges: KubernetesObject[],
  templates: PodTemplate[],
): Condition[] {
  const limits = ranges
    .flatMap(range => range.spec?.limits ?? [])
    .filter(({ type }: any) => type === 'Container');
  return ['requests', 'limits'].flatMap(side =>
    ['cpu', 'memory'].flatMap(name => {
      const resource = [
        `${side}.${name}`,
        side === 'requests' ? name : '',
      ].find(candidate => candidate in (quota.spec?.hard ?? {}));
      const defaulted = limits.some(
        (limit: any) =>
          limit.default?.[name] ??
          (side === 'requests' ? limit.defaultRequest?.[name] : undefined),
      );
      const silent = templates.find(({ spec }) =>
        spec.containers.some(
          ({ resources }: any) =>
            !resources?.[side]?.[name] &&
            !(side === 'requests' && resources?.limits?.[name]),
        ),
      );
      return resource && !defaulted && silent
        ? [
            {
              type: 'QuotaNeedsRequests',
              category: 'Critical' as const,
              message: `ResourceQuota ${quota.metadata.namespace}/${quota.metadata.name} on ${cluster} limits ${resource}, and a container of ${silent.owner} does not say how much it wants. Give it ${side} of ${name} by a transform, or the namespace a LimitRange with a default.`,
              object: refOf(cluster, quota),
            },
          ]
        : [];
    }),
  );
}
