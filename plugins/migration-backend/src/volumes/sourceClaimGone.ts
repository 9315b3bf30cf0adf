/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '@namespace-migration/plugin-migration-node';

/** Whether somebody deletes the claim under a copy: no new pod can mount it, and what is copied will be of no use. */
export async function sourceClaimGone(
  source: ClusterClient,
  volume: PlannedVolume,
): Promise<Condition | undefined> {
  const key = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace: volume.namespace,
    name: volume.claim,
  };
  const claim = await source.get(key);
  if (claim && !claim.metadata.deletionTimestamp) {
    return undefined;
  }
  return {
    type: 'SourceClaimDeleted',
    category: 'Critical',
    message: `Claim ${volume.namespace}/${volume.claim} on cluster ${
      source.name
    } ${
      claim
        ? `is being deleted since ${claim.metadata.deletionTimestamp}`
        : 'does not exist any more'
    }. Restore it, or skip it in the plan, and start the migration again; what is copied stays.`,
    object: { cluster: source.name, ...key },
  };
}
