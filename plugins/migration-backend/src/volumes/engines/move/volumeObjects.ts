/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { claimFor } from '../../claimFor';

/** The source's PersistentVolume; undefined when it was deleted. */
export async function findSourceVolume(
  source: ClusterClient,
  { volumeName }: PlannedVolume,
): Promise<KubernetesObject | undefined> {
  return volumeName
    ? source.get({
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        name: volumeName,
      })
    : undefined;
}

/** @throws when it was deleted */
export async function sourceVolume(
  source: ClusterClient,
  volume: PlannedVolume,
): Promise<KubernetesObject> {
  const found = await findSourceVolume(source, volume);
  if (!found) {
    throw new Error(
      `PersistentVolume ${volume.volumeName} of claim ${volume.namespace}/${volume.claim} is not on ${source.name} any more`,
    );
  }
  return found;
}

/** Annotations of the binding on the source; who provisioned it still deletes it some day. */
const bound =
  /^pv\.kubernetes\.io\/bound-by-controller$|^kubectl\.kubernetes\.io\//;

/**
 * The PersistentVolume for the destination: the same storage, kept whatever happens to its claim, and for this claim only.
 */
export function movedVolume(
  original: KubernetesObject,
  volume: PlannedVolume,
): KubernetesObject {
  const annotations = Object.entries(
    original.metadata.annotations ?? {},
  ).filter(
    ([key]) => !bound.test(key) && !key.startsWith('namespace-migration.io/'),
  );
  const { claimRef, ...spec } = original.spec;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: original.metadata.name,
      ...(original.metadata.labels && { labels: original.metadata.labels }),
      annotations: Object.fromEntries(annotations),
    },
    spec: {
      ...spec,
      persistentVolumeReclaimPolicy: 'Retain',
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: volume.target.namespace,
        name: volume.target.claim,
      },
    },
  };
}

/** The claim of `movedVolume`: of its class and its modes, because a claim binds to no other. */
export function movedClaim(
  claim: KubernetesObject,
  original: KubernetesObject,
  volume: PlannedVolume,
): KubernetesObject {
  const planned = claimFor(claim, volume);
  return {
    ...planned,
    spec: {
      ...planned.spec,
      storageClassName: original.spec.storageClassName ?? '',
      accessModes: claim.spec.accessModes,
      resources: claim.spec.resources,
      volumeName: original.metadata.name,
    },
  };
}
