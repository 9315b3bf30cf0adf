/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  KubernetesObject,
  PreflightCheck,
} from '@namespace-migration/plugin-migration-node';
import { isHelper } from '../../../quiesce/quiesceNamespace';
import { refOf } from '../refOf';

const PENDING_SECONDS = 120;

export const podHealth: PreflightCheck = {
  name: 'PodHealth',
  title: 'Pods that are not healthy on the source',
  async run({ source, namespaces }) {
    const conditions: Condition[] = [];
    for (const { source: namespace } of namespaces) {
      const pods = await source.list(
        { apiVersion: 'v1', kind: 'Pod' },
        { namespace },
      );
      conditions.push(...unhealthyPods(source.name, pods, Date.now()));
    }
    return conditions;
  },
};

export function unhealthyPods(
  cluster: string,
  pods: KubernetesObject[],
  now: number,
): Condition[] {
  return pods.flatMap(pod => {
    const why = isHelper(pod) ? undefined : complaintOf(pod, now);
    return why
      ? [
          {
            type: 'SourcePodsNotHealthy',
            category: 'Warn' as const,
            message: `Pod ${pod.metadata.namespace}/${pod.metadata.name} on cluster ${cluster} is not healthy: ${why}. It will not be on the destination either; mend it first, or delete it.`,
            object: refOf(cluster, pod),
          },
        ]
      : [];
  });
}

function complaintOf(
  { metadata, status }: KubernetesObject,
  now: number,
): string | undefined {
  if (metadata.deletionTimestamp) {
    return undefined;
  }
  const waiting = [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
  ]
    .map(({ state }: any) => state?.waiting?.reason)
    .find(
      reason =>
        reason && !['ContainerCreating', 'PodInitializing'].includes(reason),
    );
  if (waiting) {
    return waiting;
  }
  const unschedulable = (status?.conditions ?? []).find(
    (c: any) => c.type === 'PodScheduled' && c.reason === 'Unschedulable',
  );
  if (unschedulable) {
    return `Unschedulable (${unschedulable.message})`;
  }
  const age = (now - Date.parse(metadata.creationTimestamp ?? '')) / 1000;
  return status?.phase === 'Pending' && age > PENDING_SECONDS
    ? `Pending for ${Math.round(age)} s`
    : undefined;
}
