/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MIGRATION_LABEL } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';

const helperKinds = [
  { apiVersion: 'v1', kind: 'Pod' },
  { apiVersion: 'v1', kind: 'Service' },
  { apiVersion: 'v1', kind: 'Secret' },
];
const routes = { apiVersion: 'route.openshift.io/v1', kind: 'Route' };

/** Everything on a cluster that carries the migration's label. */
export async function findHelpers(
  cluster: ClusterClient,
  migrationId: string,
  namespaces: string[],
): Promise<KubernetesObject[]> {
  const found: KubernetesObject[] = [];
  const kinds = (await servesRoutes(cluster))
    ? [...helperKinds, routes]
    : helperKinds;
  for (const kind of kinds) {
    for (const namespace of namespaces) {
      found.push(
        ...(await cluster.list(kind, {
          namespace,
          labelSelector: `${MIGRATION_LABEL}=${migrationId}`,
        })),
      );
    }
  }
  return found;
}

/** @throws when it cannot be known: then Routes of ours may be there, and none were found is not said */
async function servesRoutes(cluster: ClusterClient): Promise<boolean> {
  const { types, failedGroups } = await cluster.resourceTypes();
  if (failedGroups.includes(routes.apiVersion)) {
    throw new ClusterError(
      `${cluster.name} does not answer for ${routes.apiVersion} just now, and helpers may be among its Routes`,
      0,
      'GroupUnavailable',
      cluster.name,
    );
  }
  return types.some(
    ({ apiVersion, kind }) =>
      apiVersion === routes.apiVersion && kind === routes.kind,
  );
}

/** Deletes them. Returns those that were there yet, for the caller to come again. */
export async function removeHelpers(
  cluster: ClusterClient,
  migrationId: string,
  namespaces: string[],
): Promise<KubernetesObject[]> {
  const found = await findHelpers(cluster, migrationId, namespaces);
  for (const object of found) {
    if (!object.metadata.deletionTimestamp) {
      await cluster.delete(
        {
          ...object,
          namespace: object.metadata.namespace,
          name: object.metadata.name,
        },
        { uid: object.metadata.uid },
      );
    }
  }
  return found;
}
