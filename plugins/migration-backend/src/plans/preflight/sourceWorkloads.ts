/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { workloadKinds } from '../../quiesce';
import { isHelper, servedVersion } from '../../quiesce/quiesceNamespace';
import { hasController } from '../../quiesce/WorkloadKind';

/** What makes pods in these namespaces and is made by no other workload, and pods that nothing makes. */
export async function sourceWorkloads(
  source: ClusterClient,
  namespaces: string[],
): Promise<KubernetesObject[]> {
  const found: KubernetesObject[] = [];
  const kinds = [
    ...workloadKinds.filter(({ kind }) => kind !== 'HorizontalPodAutoscaler'),
    { kind: 'Pod', apiVersions: ['v1'] },
  ];
  const own = new Set(kinds.map(({ kind }) => kind));
  for (const workload of kinds) {
    const apiVersion = await servedVersion(source, workload);
    for (const namespace of apiVersion ? namespaces : []) {
      const objects = await source.list(
        { apiVersion: apiVersion!, kind: workload.kind },
        { namespace },
      );
      found.push(
        ...objects.filter(
          object =>
            !isHelper(object) &&
            !['Succeeded', 'Failed'].includes(object.status?.phase) &&
            !(
              hasController(object) &&
              object.metadata.ownerReferences!.some(
                owner => owner.controller && own.has(owner.kind),
              )
            ),
        ),
      );
    }
  }
  return found;
}
