/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { FencedMigrationStore } from '../database/FencedMigrationStore';
import { workloadKinds } from '../quiesce';
import { WRITES } from './applyRecorded';
import { concurrently } from './concurrently';

/** What workloads own, owners before what they own. */
const dependentKinds = [
  { apiVersion: 'apps/v1', kind: 'ReplicaSet' },
  { apiVersion: 'v1', kind: 'ReplicationController' },
  { apiVersion: 'batch/v1', kind: 'Job' },
  { apiVersion: 'v1', kind: 'Pod' },
];

/**
 * Invariant 2 on the way back: of the workloads that were removed, nothing runs or could start a pod. Their ReplicaSets,
 * Jobs and pods are deleted by uid, many at once; the garbage collector would do it one after another.
 * @returns what is still there and was told to go
 */
export async function endDependents(
  destination: ClusterClient,
  store: Pick<FencedMigrationStore, 'objectSummaries'>,
): Promise<string | undefined> {
  const removed = (
    await store.objectSummaries(workloadKinds.map(({ kind }) => kind))
  ).filter(row => row.state === 'removed' && row.uid && row.kind !== 'Pod');
  const owners = new Set(removed.map(({ uid }) => uid!));
  const namespaces = [...new Set(removed.map(row => row.namespace))];
  let pending: string | undefined;
  for (const namespace of namespaces) {
    const makers = new Set<string>();
    for (const type of dependentKinds) {
      for await (const page of destination.listPages(type, { namespace })) {
        const owned = page.filter(({ metadata }) =>
          metadata.ownerReferences?.some(
            ({ uid, controller }) => controller && owners.has(uid),
          ),
        );
        owned.forEach(({ metadata }) => owners.add(metadata.uid!));
        await concurrently(WRITES, owned, object => end(destination, object));
        page.forEach(({ metadata }) => makers.add(metadata.uid!));
        // its ReplicaSet or Job has gone before it, and it may take its time to end
        const orphan = page.find(object => isOrphan(object, makers));
        if (orphan) {
          pending ??= `${type.kind} ${namespace}/${orphan.metadata.name}, whose owner was removed, on ${destination.name} to be gone`;
        }
        if (owned.length > 0) {
          pending ??= `${type.kind} ${namespace}/${owned[0].metadata.name}, which a removed workload owned, on ${destination.name} to be gone`;
        }
      }
    }
  }
  return pending;
}

/** A pod of which what made it is not there; the garbage collector ends it. */
function isOrphan(
  { kind, metadata }: KubernetesObject,
  makers: Set<string>,
): boolean {
  return (
    kind === 'Pod' &&
    (metadata.ownerReferences ?? []).some(
      owner =>
        owner.controller &&
        !makers.has(owner.uid) &&
        dependentKinds.some(
          type =>
            type.kind === owner.kind && type.apiVersion === owner.apiVersion,
        ),
    )
  );
}

async function end(
  destination: ClusterClient,
  { apiVersion, kind, metadata }: KubernetesObject,
): Promise<void> {
  if (metadata.deletionTimestamp) {
    return;
  }
  const { namespace, name, uid } = metadata;
  try {
    await destination.delete({ apiVersion, kind, namespace, name }, { uid });
  } catch (error) {
    // an account that may not: the garbage collector does it, and is waited for
    if (!(error instanceof ClusterError && error.statusCode === 403)) {
      throw error;
    }
  }
}
