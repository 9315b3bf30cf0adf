/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { dirname } from 'node:path';
import { BtrfsPool } from './csi/BtrfsPool';
import { csiDriverName } from './csi/driverName';
import type { Cluster } from './kubernetes/cluster';
import { provisionerName } from './storage/provisioning';

/** The directory of this machine that holds a bound claim's files. */
export async function claimPath(
  cluster: Cluster,
  namespace: string,
  claim: string,
): Promise<string> {
  const api = cluster.api;
  try {
    const found = await api.call(
      'GET',
      `/api/v1/namespaces/${namespace}/persistentvolumeclaims/${claim}`,
    );
    const volume =
      found?.spec?.volumeName &&
      (await api.call(
        'GET',
        `/api/v1/persistentvolumes/${found.spec.volumeName}`,
      ));
    if (volume?.spec?.csi?.driver === csiDriverName) {
      return new BtrfsPool(dirname(cluster.dir)).pathOf(
        volume.spec.csi.volumeHandle,
      );
    }
    if (!volume?.spec?.local?.path) {
      throw new Error(
        `Claim ${namespace}/${claim} on ${cluster.name} has no volume of ${provisionerName}`,
      );
    }
    return volume.spec.local.path;
  } finally {
    api.close();
  }
}
