/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '@namespace-migration/plugin-migration-node';
import { containersHaveEnded } from './containersHaveEnded';

/** The node that has a ReadWriteOnce claim attached now: only there can a second pod mount it. */
export async function nodeOfClaim(
  cluster: ClusterClient,
  volume: PlannedVolume,
): Promise<string | undefined> {
  if (
    volume.accessModes.includes('ReadWriteMany') ||
    volume.accessModes.includes('ReadOnlyMany')
  ) {
    return undefined;
  }
  const pods = await cluster.list(
    { apiVersion: 'v1', kind: 'Pod' },
    { namespace: volume.namespace },
  );
  const mounting = pods.find(
    pod =>
      pod.spec.nodeName &&
      // one that has ended holds nothing, and the node may be another the next time
      !containersHaveEnded(pod) &&
      pod.spec.volumes?.some(
        (v: any) => v.persistentVolumeClaim?.claimName === volume.claim,
      ),
  );
  return mounting?.spec.nodeName;
}
