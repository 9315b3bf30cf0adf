/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  COMPONENT_LABEL,
  MIGRATION_LABEL,
  MigrationResource,
  VOLUME_LABEL,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';

const kinds = [
  { apiVersion: 'v1', kind: 'Pod' },
  { apiVersion: 'v1', kind: 'Service' },
  { apiVersion: 'v1', kind: 'Secret' },
  { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
  { apiVersion: 'route.openshift.io/v1', kind: 'Route' },
  { apiVersion: 'snapshot.storage.k8s.io/v1', kind: 'VolumeSnapshot' },
];

/** Names of what carries the migration's label, at most `limit`: for people to look at, not for the engine to count on. */
export async function findHelpersOf(
  cluster: ClusterClient,
  migrationId: string,
  namespaces: string[],
  limit: number,
): Promise<{ helpers: MigrationResource[]; truncated: boolean }> {
  const helpers: MigrationResource[] = [];
  for (const namespace of namespaces) {
    for (const kind of kinds) {
      for await (const page of pagesOf(cluster, kind, {
        namespace,
        labelSelector: `${MIGRATION_LABEL}=${migrationId}`,
      })) {
        helpers.push(...page.map(helperOf));
        if (helpers.length > limit) {
          return { helpers: helpers.slice(0, limit), truncated: true };
        }
      }
    }
  }
  return { helpers, truncated: false };
}

/** What this account may not list has no helpers of ours either: it could not have made them. */
async function* pagesOf(
  cluster: ClusterClient,
  kind: { apiVersion: string; kind: string },
  options: { namespace: string; labelSelector: string },
): AsyncGenerator<KubernetesObject[]> {
  try {
    yield* cluster.listPages(kind, options);
  } catch (error) {
    if (!(error instanceof ClusterError && error.statusCode === 403)) {
      throw error;
    }
  }
}

function helperOf({
  apiVersion,
  kind,
  metadata,
  status,
}: KubernetesObject): MigrationResource {
  return {
    apiVersion,
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
    group: 'helper',
    component: metadata.labels?.[COMPONENT_LABEL],
    volume: metadata.labels?.[VOLUME_LABEL],
    status: kind === 'Pod' ? status?.phase : undefined,
    createdAt: metadata.creationTimestamp,
  };
}
