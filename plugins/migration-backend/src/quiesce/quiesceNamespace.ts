/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { QUIESCED_ANNOTATION } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { workloadKinds } from './index';
import { hasController } from './WorkloadKind';

export interface QuiescedObject {
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
  /** The object as it was before anything was changed. */
  before: KubernetesObject;
}

export interface QuiesceOptions {
  cluster: ClusterClient;
  namespace: string;
  /** Written to the annotation that marks a stopped object. */
  mark: string;
  /** Kept before the object is touched; the first record of an object counts. */
  remember(object: QuiescedObject): Promise<void>;
}

/**
 * Stops every workload of a namespace. An object that carries the mark is stopped already and is not remembered
 * again, so that this may be repeated after a crash at any point.
 */
export async function quiesceNamespace(options: QuiesceOptions): Promise<void> {
  const { cluster, namespace } = options;
  for (const workload of workloadKinds) {
    const apiVersion = await servedVersion(cluster, workload);
    if (!apiVersion) {
      continue;
    }
    for (const object of await cluster.list(
      { apiVersion, kind: workload.kind },
      { namespace },
    )) {
      if (
        object.metadata.annotations?.[QUIESCED_ANNOTATION] ||
        !workload.applies(object)
      ) {
        continue;
      }
      const key = {
        apiVersion,
        kind: workload.kind,
        namespace,
        name: object.metadata.name,
      };
      await options.remember({ ...key, before: object });
      const patch: any = workload.quiescePatch(object);
      // The mark and the change are one write: neither can be there without the other.
      patch.metadata = {
        resourceVersion: object.metadata.resourceVersion,
        annotations: {
          ...patch.metadata?.annotations,
          [QUIESCED_ANNOTATION]: options.mark,
        },
      };
      await cluster.patch(key, patch, { type: 'merge' });
    }
  }
  await stopBarePods(options);
}

/** Pods that nothing re-creates: remembered whole, then deleted. */
async function stopBarePods(options: QuiesceOptions): Promise<void> {
  const { cluster, namespace } = options;
  for (const pod of await cluster.list(
    { apiVersion: 'v1', kind: 'Pod' },
    { namespace },
  )) {
    const over = ['Succeeded', 'Failed'].includes(pod.status?.phase);
    if (
      hasController(pod) ||
      over ||
      isHelper(pod) ||
      pod.metadata.annotations?.['kubernetes.io/config.mirror']
    ) {
      continue;
    }
    const key = {
      apiVersion: 'v1',
      kind: 'Pod',
      namespace,
      name: pod.metadata.name,
    };
    await options.remember({ ...key, before: pod });
    await cluster.delete(key, { uid: pod.metadata.uid });
  }
}

export function isHelper(pod: KubernetesObject): boolean {
  return Boolean(pod.metadata.labels?.['namespace-migration.io/migration']);
}

export async function servedVersion(
  cluster: ClusterClient,
  workload: { kind: string; apiVersions: string[] },
): Promise<string | undefined> {
  for (const apiVersion of workload.apiVersions) {
    if (await cluster.findType(apiVersion, workload.kind)) {
      return apiVersion;
    }
  }
  return undefined;
}

/**
 * Pods that still exist and are neither ours nor over. Even a terminating one may write until its object is gone.
 */
export async function remainingPods(
  cluster: ClusterClient,
  namespace: string,
  /** Only those that mount one of these. */
  claims?: string[],
): Promise<KubernetesObject[]> {
  const pods = await cluster.list(
    { apiVersion: 'v1', kind: 'Pod' },
    { namespace },
  );
  return pods.filter(
    pod =>
      !isHelper(pod) &&
      !['Succeeded', 'Failed'].includes(pod.status?.phase) &&
      (!claims || mountsAny(pod, claims)),
  );
}

function mountsAny(
  { metadata, spec }: KubernetesObject,
  claims: string[],
): boolean {
  return Boolean(
    spec.volumes?.some(
      (volume: any) =>
        claims.includes(volume.persistentVolumeClaim?.claimName) ||
        // the claim of an ephemeral volume is named after pod and volume
        (volume.ephemeral &&
          claims.includes(`${metadata.name}-${volume.name}`)),
    ),
  );
}
