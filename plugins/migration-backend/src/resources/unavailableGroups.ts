/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  PlanInput,
} from '@namespace-migration/plugin-migration-common';

/** Aggregated APIs that compute what they show and hold no objects. */
const virtualGroups = [
  'metrics.k8s.io',
  'custom.metrics.k8s.io',
  'external.metrics.k8s.io',
  'packages.operators.coreos.com',
];

/** APIs of the source that do not answer and so may hide objects. */
export function unavailableGroups(
  failedGroups: string[],
  { objects, options }: Pick<PlanInput, 'objects' | 'options'>,
  cluster: string,
): Condition[] {
  return failedGroups
    .map(groupVersion => ({ groupVersion, group: groupVersion.split('/')[0] }))
    .filter(
      ({ group }) =>
        !virtualGroups.includes(group) &&
        !options?.excludedKinds?.includes(`*.${group}`) &&
        (!objects?.includedKinds?.length ||
          objects.includedKinds.some(kind => kind.endsWith(`.${group}`))),
    )
    .map(({ groupVersion, group }) => ({
      type: 'ApiGroupUnavailable',
      category: 'Error',
      message: `API ${groupVersion} of cluster ${cluster} does not answer, so its objects cannot be seen. Repair what serves it (kubectl get apiservice), or exclude *.${group} in the plan.`,
    }));
}
