/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';

/** So long whoever set a finalizer may take to honour it. */
const GRACE_MS = 30_000;

/**
 * An object that we deleted may wait for a finalizer that it brought from the source, and whose controller does not
 * run on the destination. After half a minute those that we brought are taken off; what others added stays.
 * @returns what was taken off
 */
export async function releaseFinalizers(
  destination: ClusterClient,
  asked: KubernetesObject,
  live: KubernetesObject,
  now = Date.now(),
): Promise<string[]> {
  const { deletionTimestamp, finalizers = [] } = live.metadata;
  const brought = asked.metadata.finalizers ?? [];
  const stuck = finalizers.filter(finalizer => brought.includes(finalizer));
  if (
    !deletionTimestamp ||
    now - Date.parse(deletionTimestamp) < GRACE_MS ||
    stuck.length === 0
  ) {
    return [];
  }
  await destination.patch(
    {
      apiVersion: live.apiVersion,
      kind: live.kind,
      namespace: live.metadata.namespace,
      name: live.metadata.name,
    },
    {
      metadata: {
        // of this very state, so that none that came since is lost
        resourceVersion: live.metadata.resourceVersion,
        finalizers: finalizers.filter(finalizer => !stuck.includes(finalizer)),
      },
    },
    { type: 'merge' },
  );
  return stuck;
}
