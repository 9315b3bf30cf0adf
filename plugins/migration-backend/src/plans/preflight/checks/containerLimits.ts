/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  KubernetesObject,
  PreflightCheck,
} from '@namespace-migration/plugin-migration-node';
import { quantityValue } from '../../../volumes/quantityValue';
import { plannedPodTemplates } from '../plannedPodTemplates';
import { podResources, Resources } from '../podResources';
import { PodTemplate, workloadKindNames } from '../podTemplatesOf';
import { refOf } from '../refOf';

export const containerLimits: PreflightCheck = {
  name: 'ContainerLimits',
  title: 'LimitRanges of containers and pods on the destination',
  plannedKinds: workloadKindNames,
  appliesTo: type => type === 'full',
  async run(context) {
    const { destination, namespaces } = context;
    const templates = await plannedPodTemplates(context);
    const conditions: Condition[] = [];
    for (const { destination: namespace } of namespaces) {
      for (const range of await destination.list(
        { apiVersion: 'v1', kind: 'LimitRange' },
        { namespace },
      )) {
        conditions.push(
          ...outsideOf(
            destination.name,
            range,
            templates.filter(template => template.namespace === namespace),
          ),
        );
      }
    }
    return conditions;
  },
};

export function outsideOf(
  cluster: string,
  range: KubernetesObject,
  templates: PodTemplate[],
): Condition[] {
  return templates.flatMap(({ owner, spec }) =>
    (range.spec?.limits ?? []).flatMap((limit: any) => {
      const wanted =
        limit.type === 'Pod'
          ? [spec]
          : limit.type === 'Container'
          ? [...(spec.initContainers ?? []), ...spec.containers].map(
              container => ({ containers: [container] }),
            )
          : [];
      const bad = wanted
        .map(one => violation(limit, one))
        .find(found => found !== undefined);
      return bad
        ? [
            {
              type: 'LimitRangeViolated',
              category: 'Critical' as const,
              message: `LimitRange ${range.metadata.namespace}/${range.metadata.name} on ${cluster} wants ${bad}, and ${owner} does not keep to it. Change the LimitRange, or the workload by a transform.`,
              object: refOf(cluster, range),
            },
          ]
        : [];
    }),
  );
}

/** Requests must not be below the minimum, limits not above the maximum; what is not said is defaulted. */
function violation(limit: any, spec: any): string | undefined {
  const requests: Resources = podResources(spec, 'requests');
  const limits: Resources = podResources(spec, 'limits');
  for (const [name, value] of Object.entries<string>(limit.max ?? {})) {
    if ((limits[name] ?? requests[name] ?? 0) > quantityValue(value)) {
      return `at most ${value} ${name}`;
    }
  }
  for (const [name, value] of Object.entries<string>(limit.min ?? {})) {
    if (requests[name] !== undefined && requests[name] < quantityValue(value)) {
      return `at least ${value} ${name}`;
    }
  }
  return undefined;
}
