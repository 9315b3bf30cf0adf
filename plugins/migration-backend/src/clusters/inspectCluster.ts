/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Cluster,
  Condition,
  StorageClass,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { quantityValue } from '../volumes/quantityValue';

/** Rights that every migration needs, in all namespaces. */
const neededRights = [
  { verb: 'list', group: '', resource: 'namespaces' },
  { verb: 'create', group: '', resource: 'namespaces' },
  { verb: 'create', group: '', resource: 'pods' },
  { verb: 'delete', group: '', resource: 'pods' },
  { verb: 'get', group: '', resource: 'pods', subresource: 'log' },
  { verb: 'create', group: '', resource: 'secrets' },
  { verb: 'create', group: '', resource: 'services' },
  { verb: 'create', group: '', resource: 'persistentvolumeclaims' },
  { verb: 'get', group: '', resource: 'persistentvolumes' },
  { verb: 'patch', group: 'apps', resource: 'deployments' },
  { verb: 'patch', group: 'apps', resource: 'statefulsets' },
  { verb: 'list', group: 'storage.k8s.io', resource: 'storageclasses' },
];

/** What pods can have on these nodes together. */
export function capacityOf(nodes: KubernetesObject[]): {
  cpu: number;
  memoryBytes: number;
} {
  const sum = (resource: string) =>
    nodes.reduce(
      (total, { status }) =>
        total + quantityValue(status?.allocatable?.[resource] ?? '0'),
      0,
    );
  return {
    // of hundreds of nodes with 1930m each too
    cpu: Math.round(sum('cpu') * 10) / 10,
    memoryBytes: Math.round(sum('memory')),
  };
}

/** Tests connection and rights, and reads version and storage classes. Never throws: what is wrong is a condition. */
export async function inspectCluster(
  client: ClusterClient,
): Promise<Cluster['status']> {
  const checkedAt = new Date().toISOString();
  const conditions: Condition[] = [];
  try {
    const { gitVersion } = await client.version();
    const storageClasses = (
      await client.list({
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
      })
    ).map(storageClassOf);
    const nodes = await client.list({ apiVersion: 'v1', kind: 'Node' });
    const missing: string[] = [];
    for (const right of neededRights) {
      if (!(await client.can(right))) {
        missing.push(
          `${right.verb} ${right.resource}${
            right.subresource ? `/${right.subresource}` : ''
          }`,
        );
      }
    }
    if (missing.length > 0) {
      conditions.push({
        type: 'MissingRights',
        category: 'Critical',
        message: `The account for cluster ${client.name} may not ${missing.join(
          ', ',
        )}. Bind it to a ClusterRole that allows this, see docs/security.md`,
      });
    }
    return {
      connected: true,
      checkedAt,
      version: gitVersion,
      nodes: nodes.length,
      capacity: capacityOf(nodes),
      storageClasses,
      conditions,
    };
  } catch (error) {
    conditions.push(connectionCondition(client.name, error));
    return { connected: false, checkedAt, storageClasses: [], conditions };
  }
}

function connectionCondition(name: string, error: unknown): Condition {
  if (!(error instanceof ClusterError)) {
    throw error;
  }
  const [type, cure] =
    error.statusCode === 401
      ? [
          'CredentialsRejected',
          'The token is wrong or has expired: give a new one',
        ]
      : error.statusCode === 403
      ? ['MissingRights', 'Give the account the rights in docs/security.md']
      : error.statusCode === 0
      ? [
          'ClusterUnreachable',
          'Check the URL, the CA bundle and the network between portal and cluster',
        ]
      : ['ClusterFailing', 'Look at the API server'];
  return {
    type,
    category: 'Critical',
    message: `${error.message}. ${cure}.`,
    object: { apiVersion: 'v1', kind: 'Cluster', name },
  };
}

function storageClassOf(object: any): StorageClass {
  return {
    name: object.metadata.name,
    provisioner: object.provisioner,
    isDefault:
      object.metadata.annotations?.[
        'storageclass.kubernetes.io/is-default-class'
      ] === 'true',
    volumeBindingMode: object.volumeBindingMode,
    reclaimPolicy: object.reclaimPolicy,
    allowVolumeExpansion: Boolean(object.allowVolumeExpansion),
  };
}
