/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MIGRATION_LABEL } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';

const helperKinds = [
  { apiVersion: 'v1', kind: 'Pod' },
  { apiVersion: 'v1', kind: 'Service' },
  { apiVersion: 'v1', kind: 'Secret' },
];

/** Everything on a cluster that carries the migration's label. */
export async function findHelpers(
  cluster: ClusterClient,
  migrationId: string,
  namespaces: string[],
): Promise<KubernetesObject[]> {
  const found: KubernetesObject[] = [];
  for (const kind of helperKinds) {
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
