/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';

/** Whether a Service that had endpoints must have some again: not when all of its pods are over, as those of a Job. */
export function expectsEndpoints(
  { spec }: KubernetesObject,
  pods: KubernetesObject[],
): boolean {
  if (spec.type === 'ExternalName' || !spec.selector) {
    return false;
  }
  const chosen = pods.filter(pod => matches(pod, spec.selector));
  return (
    chosen.length === 0 ||
    chosen.some(pod => !['Succeeded', 'Failed'].includes(pod.status?.phase))
  );
}

export function matches(
  pod: KubernetesObject,
  selector: Record<string, string>,
): boolean {
  const entries = Object.entries(selector);
  return (
    entries.length > 0 &&
    entries.every(([key, value]) => pod.metadata.labels?.[key] === value)
  );
}

/** Names of the namespace's Services that have a ready address. */
export async function servicesWithEndpoints(
  cluster: ClusterClient,
  namespace: string,
): Promise<Set<string>> {
  const slices = { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' };
  if (await cluster.findType(slices.apiVersion, slices.kind)) {
    return new Set(
      (await cluster.list(slices, { namespace }))
        .filter(({ endpoints }) =>
          endpoints?.some(({ conditions }: any) => conditions?.ready !== false),
        )
        .map(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'])
        .filter(name => name !== undefined),
    );
  }
  const found = await cluster.list(
    { apiVersion: 'v1', kind: 'Endpoints' },
    { namespace },
  );
  return new Set(
    found
      .filter(({ subsets }) =>
        subsets?.some(({ addresses }: any) => addresses?.length > 0),
      )
      .map(({ metadata }) => metadata.name),
  );
}
