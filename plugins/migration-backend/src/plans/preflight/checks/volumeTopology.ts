/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  KubernetesObject,
  PreflightCheck,
} from '@namespace-migration/plugin-migration-node';

export const volumeTopology: PreflightCheck = {
  name: 'VolumeTopology',
  title: 'Storage classes that only some nodes reach',
  async run({ destination, volumes }) {
    const nodes = await destination.list({ apiVersion: 'v1', kind: 'Node' });
    const conditions: Condition[] = [];
    for (const name of new Set(
      volumes
        .filter(({ action }) => action === 'copy')
        .flatMap(({ target }) => target.storageClass ?? []),
    )) {
      const found = await destination.get({
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        name,
      });
      if (found) {
        conditions.push(...unreachedClass(destination.name, found, nodes));
      }
    }
    return conditions;
  },
};

export function unreachedClass(
  cluster: string,
  storageClass: KubernetesObject,
  nodes: KubernetesObject[],
): Condition[] {
  const topologies: any[] = storageClass.allowedTopologies ?? [];
  const reached = nodes.some(({ metadata }) =>
    topologies.some(({ matchLabelExpressions = [] }) =>
      matchLabelExpressions.every(({ key, values }: any) =>
        values.includes(metadata.labels?.[key]),
      ),
    ),
  );
  const { name } = storageClass.metadata;
  return topologies.length === 0 || reached
    ? []
    : [
        {
          type: 'StorageClassReachesNoNode',
          category: 'Error',
          message: `Storage class ${name} makes volumes only in topologies (allowedTopologies) in which cluster ${cluster} has no node. Choose another class in the plan, or label or add nodes.`,
          object: {
            cluster,
            apiVersion: 'storage.k8s.io/v1',
            kind: 'StorageClass',
            name,
          },
        },
      ];
}
