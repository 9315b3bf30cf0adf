/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isGivenBack } from '../../database/migrationRecord';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { applyRecorded } from '../../resources/applyRecorded';
import { claimFor } from '../../volumes/claimFor';
import { parseQuantity } from '../../volumes/parseQuantity';
import { quantityOf } from '../../volumes/quantityOf';
import { sizeFor } from '../../volumes/sizeFor';
import { done, failed, Phase, PhaseResult } from '../Phase';

export const createDestinationClaims: Phase = {
  name: 'CreateDestinationClaims',
  step: 'Prepare',
  deadlineSeconds: () => 300,
  async run({ plan, source, destination, store, engines, options }) {
    const rows = await store.objectSummaries(['PersistentVolumeClaim']);
    const progress = await store.volumes();
    for (const volume of plan.volumes.filter(
      ({ action, copyMethod }) =>
        action !== 'skip' && !engines.get(copyMethod).bringsClaim,
    )) {
      const key = {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: volume.target.namespace,
        name: volume.target.claim,
      };
      const existing = await destination.get(key);
      const own = rows.some(
        row =>
          row.kind === key.kind &&
          row.name === key.name &&
          row.namespace === key.namespace &&
          !isGivenBack(row),
      );
      if (existing && !own) {
        // adopted with consent, which validation has asked for: it is written into, but never deleted by us
        continue;
      }
      const original = await source.get({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: volume.namespace,
        name: volume.claim,
      });
      if (!original) {
        throw new Error(
          `Claim ${volume.namespace}/${volume.claim} has vanished from ${source.name}`,
        );
      }
      const usage = progress.find(
        p => p.namespace === volume.namespace && p.claim === volume.claim,
      )?.usage;
      const sized = sizeFor(volume, usage, options);
      if ('condition' in sized) {
        return failed(sized.condition);
      }
      if (existing) {
        const grown = await grow(destination, existing, sized.bytes);
        if (grown.state !== 'done') {
          return grown;
        }
        continue;
      }
      await applyRecorded(
        destination,
        store,
        plan.id,
        claimFor(original, volume, sized.bytes),
        'create',
      );
    }
    return done;
  },
};

/** A claim that was made by an earlier run may be too small by now. */
async function grow(
  destination: ClusterClient,
  claim: KubernetesObject,
  bytes: number,
): Promise<PhaseResult> {
  if (parseQuantity(claim.spec.resources.requests.storage) >= bytes) {
    return done;
  }
  const { namespace, name } = claim.metadata;
  const key = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace,
    name,
  };
  const storageClass = await destination.get({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    name: claim.spec.storageClassName,
  });
  if (!storageClass?.allowVolumeExpansion) {
    return failed({
      type: 'ClaimNotExpandable',
      category: 'Critical',
      message: `Claim ${namespace}/${name} on ${destination.name} must grow to ${bytes} bytes, and its class ${claim.spec.storageClassName} does not allow expansion. Roll back, so that the next run makes it anew, or plan another class.`,
      object: { cluster: destination.name, ...key },
    });
  }
  await destination.patch(
    key,
    { spec: { resources: { requests: { storage: quantityOf(bytes) } } } },
    { type: 'merge' },
  );
  return done;
}
