/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { quantityOf } from './quantityOf';

/** Written by binders and provisioners. */
const bindingAnnotations =
  /^(pv\.kubernetes\.io|volume\.kubernetes\.io|volume\.beta\.kubernetes\.io|kubectl\.kubernetes\.io)\//;

/** The destination claim: the source's labels, access and size as planned, and nothing that binds it to the source. */
export function claimFor(
  original: KubernetesObject,
  volume: PlannedVolume,
  sizeBytes = volume.target.sizeBytes,
): KubernetesObject {
  const annotations = Object.entries(
    original.metadata.annotations ?? {},
  ).filter(([key]) => !bindingAnnotations.test(key));
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: volume.target.claim,
      namespace: volume.target.namespace,
      ...(original.metadata.labels && { labels: original.metadata.labels }),
      annotations: Object.fromEntries(annotations),
    },
    spec: {
      accessModes: volume.target.accessModes,
      ...(volume.target.storageClass !== undefined && {
        storageClassName: volume.target.storageClass,
      }),
      volumeMode: volume.volumeMode,
      resources: { requests: { storage: quantityOf(sizeBytes) } },
    },
  };
}
