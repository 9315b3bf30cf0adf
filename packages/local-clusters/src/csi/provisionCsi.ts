/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { parseBytes } from '../storage/parseBytes';
import { KubernetesApi } from '../kubernetes/kubernetesApi';
import { BtrfsPool } from './BtrfsPool';
import {
  csiVolumeFor,
  handleOf,
  isCsiVolumeToDelete,
  Wanted,
  wantedOf,
} from './csiProvisioning';
import { csiDriverName } from './driverName';

const refused = new Set<string>();

/** Gives claims of the driver's class their volumes, and takes released ones back. */
export async function provisionCsi(
  api: KubernetesApi,
  pool: BtrfsPool,
  claims: any[],
  volumes: any[],
): Promise<void> {
  for (const claim of claims) {
    const wanted = wantedOf(claim);
    if (wanted) {
      const refusal = await provision(api, pool, claim, wanted);
      if (refusal) {
        await tell(api, claim, refusal);
      }
    }
  }
  for (const volume of volumes.filter(isCsiVolumeToDelete)) {
    await pool.deleteVolume(volume.spec.csi.volumeHandle);
    await api.call(
      'DELETE',
      `/api/v1/persistentvolumes/${volume.metadata.name}`,
    );
  }
}

/** Why there is no volume; undefined when there is one, or will be. */
async function provision(
  api: KubernetesApi,
  pool: BtrfsPool,
  claim: any,
  wanted: Wanted,
): Promise<string | undefined> {
  if ('refused' in wanted) {
    return wanted.refused;
  }
  const bytes = parseBytes(claim.spec.resources.requests.storage);
  if (wanted.from === 'snapshot') {
    const snapshot = await api.call(
      'GET',
      `/apis/snapshot.storage.k8s.io/v1/namespaces/${claim.metadata.namespace}/volumesnapshots/${wanted.snapshot}`,
    );
    if (!snapshot?.status?.readyToUse) {
      return undefined;
    }
    const content = await api.call(
      'GET',
      `/apis/snapshot.storage.k8s.io/v1/volumesnapshotcontents/${snapshot.status.boundVolumeSnapshotContentName}`,
    );
    if (bytes < content.status.restoreSize) {
      return `The claim's ${bytes} bytes are less than the ${content.status.restoreSize} of snapshot ${wanted.snapshot}`;
    }
    await pool.restore(content.status.snapshotHandle, handleOf(claim), bytes);
  } else {
    await pool.createVolume(handleOf(claim), bytes);
  }
  const volume = csiVolumeFor(claim);
  const path = `/api/v1/persistentvolumes/${volume.metadata.name}`;
  if (!(await api.call('GET', path))) {
    await api.call('POST', '/api/v1/persistentvolumes', volume);
  }
  return undefined;
}

/** Once for each claim, as an event. */
async function tell(
  api: KubernetesApi,
  claim: any,
  message: string,
): Promise<void> {
  const { namespace, name, uid } = claim.metadata;
  if (refused.has(uid)) {
    return;
  }
  refused.add(uid);
  const now = new Date().toISOString();
  await api.call('POST', `/api/v1/namespaces/${namespace}/events`, {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { generateName: `${name}.`, namespace },
    involvedObject: {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace,
      name,
      uid,
    },
    reason: 'ProvisioningFailed',
    type: 'Warning',
    message,
    source: { component: csiDriverName },
    firstTimestamp: now,
    lastTimestamp: now,
    count: 1,
  });
}
