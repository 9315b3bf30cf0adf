/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type ClusterAccess } from '../ClusterAccess';
import { differencesBetween } from './differencesBetween';

/** What controllers make and change by themselves, whether a namespace is moved or not. */
const livingKinds = new Set([
  'Pod',
  'ReplicaSet',
  'ControllerRevision',
  'Endpoints',
  'EndpointSlice',
  'Event',
  'Job',
  'Lease',
  'PodMetrics',
]);
const livingAnnotations = [
  'autoscaling.alpha.kubernetes.io/conditions',
  'autoscaling.alpha.kubernetes.io/current-metrics',
];

/** `Kind name` -> the object, without what is not the user's. */
export type NamespaceState = Map<string, unknown>;

/** Everything a user has in a namespace, and the namespace itself. */
export async function namespaceState(
  cluster: ClusterAccess,
  namespace: string,
): Promise<NamespaceState> {
  const state: NamespaceState = new Map();
  state.set(
    `Namespace ${namespace}`,
    withoutServerFields(
      await cluster.call('GET', `/api/v1/namespaces/${namespace}`),
    ),
  );
  for (const type of await cluster.types(true)) {
    if (
      !type.namespaced ||
      !type.preferred ||
      !type.verbs.includes('list') ||
      livingKinds.has(type.kind)
    ) {
      continue;
    }
    const list = await cluster.call(
      'GET',
      `${type.prefix}/namespaces/${namespace}/${type.plural}`,
    );
    for (const object of list?.items ?? []) {
      state.set(
        `${type.kind}.${type.apiVersion} ${object.metadata.name}`,
        withoutServerFields(object),
      );
    }
  }
  return state;
}

/** As `Kind name /pointer`, or `Kind name is absent` and `is new`. */
export function stateDifferences(
  before: NamespaceState,
  after: NamespaceState,
): string[] {
  const differences: string[] = [];
  for (const [name, object] of before) {
    if (!after.has(name)) {
      differences.push(`${name} is absent`);
    } else {
      differences.push(
        ...differencesBetween(object, after.get(name)).map(
          pointer => `${name} ${pointer}`,
        ),
      );
    }
  }
  for (const name of after.keys()) {
    if (!before.has(name)) {
      differences.push(`${name} is new`);
    }
  }
  return differences;
}

function withoutServerFields(object: any): unknown {
  const { status: _status, ...rest } = object;
  const {
    resourceVersion: _v,
    generation: _g,
    managedFields: _m,
    ...metadata
  } = rest.metadata;
  const annotations = Object.fromEntries(
    Object.entries(metadata.annotations ?? {}).filter(
      ([key]) => !livingAnnotations.includes(key),
    ),
  );
  return { ...rest, metadata: { ...metadata, annotations } };
}
