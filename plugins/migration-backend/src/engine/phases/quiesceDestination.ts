/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  KubernetesObject,
  ObjectKey,
} from '@namespace-migration/plugin-migration-node';
import isMatch from 'lodash/isMatch';
import {
  isGivenBack,
  MigratedObjectSummary,
} from '../../database/migrationRecord';
import { workloadKinds } from '../../quiesce';
import { WorkloadKind } from '../../quiesce/WorkloadKind';
import { WRITES } from '../../resources/applyRecorded';
import { concurrently } from '../../resources/concurrently';
import { done, Phase, waiting } from '../Phase';

/** Kinds that are older than label selectors with expressions. */
const plainSelector = ['ReplicationController', 'DeploymentConfig'];

/** Invariant 2 on the way back: the destination's copy is stopped, and seen to be stopped, before the source starts. Only what the plan brought is touched. */
export const quiesceDestination: Phase = {
  name: 'QuiesceDestination',
  step: 'Rollback',
  deadlineSeconds: options => options.quiesceDeadlineSeconds,
  async run({ store, destination }) {
    const rows = (
      await store.objectSummaries([
        ...workloadKinds.map(({ kind }) => kind),
        'Pod',
        'PersistentVolumeClaim',
      ])
    ).filter(row => !isGivenBack(row));
    const pods = await endPods(
      destination,
      rows.filter(({ kind }) => kind === 'Pod'),
    );
    if (pods) {
      return waiting(pods);
    }
    const selectors = new Map<string, Array<Record<string, string>>>();
    // what makes others first
    for (const workload of workloadKinds) {
      const ofKind = rows.filter(({ kind }) => kind === workload.kind);
      await concurrently(WRITES, ofKind, async row => {
        const selector = await stopped(destination, workload, row);
        if (selector) {
          const { namespace } = row;
          const known = selectors.get(namespace) ?? [];
          selectors.set(namespace, [...known, selector]);
        }
      });
    }
    for (const [namespace, ofNamespace] of selectors) {
      const alive = (await livePods(destination, namespace)).find(pod =>
        ofNamespace.some(selector =>
          isMatch(pod.metadata.labels ?? {}, selector),
        ),
      );
      if (alive) {
        return waiting(
          `pod ${namespace}/${alive.metadata.name} on ${destination.name} to end`,
        );
      }
    }
    // and whatever else, a CronJob's pod for example, still writes to a claim that the plan made
    const claims = rows.filter(row => row.kind === 'PersistentVolumeClaim');
    for (const namespace of new Set(claims.map(claim => claim.namespace))) {
      const alive = await livePods(destination, namespace);
      for (const claim of claims.filter(row => row.namespace === namespace)) {
        const user = alive.find(pod =>
          pod.spec.volumes?.some(
            (v: any) => v.persistentVolumeClaim?.claimName === claim.name,
          ),
        );
        if (user) {
          return waiting(
            `pod ${namespace}/${user.metadata.name} on ${destination.name}, which mounts ${claim.name}, to end`,
          );
        }
      }
    }
    return done;
  },
};

/** Bare pods that the plan brought. @returns one that has not ended yet */
async function endPods(
  destination: ClusterClient,
  rows: MigratedObjectSummary[],
): Promise<string | undefined> {
  const alive = await concurrently(WRITES, rows, async row => {
    const key = keyOf(row);
    const live = await destination.get(key);
    if (live?.metadata.uid !== row.uid) {
      return undefined;
    }
    await destination.delete(key, { uid: row.uid });
    return `pod ${row.namespace}/${row.name} on ${destination.name} to end`;
  });
  return alive.find(Boolean);
}

/** Stops a workload of the plan. @returns the labels of its pods */
async function stopped(
  destination: ClusterClient,
  workload: WorkloadKind,
  row: MigratedObjectSummary,
): Promise<Record<string, string> | undefined> {
  const key = keyOf(row);
  const live = await destination.get(key);
  if (!live || live.metadata.uid !== row.uid) {
    return undefined;
  }
  if (!workload.isQuiesced(live)) {
    await destination.patch(key, workload.quiescePatch(live), {
      type: 'merge',
    });
  }
  return (
    live.spec.selector?.matchLabels ??
    (plainSelector.includes(row.kind) ? live.spec.selector : undefined)
  );
}

async function livePods(
  destination: ClusterClient,
  namespace: string,
): Promise<KubernetesObject[]> {
  const pods = await destination.list(
    { apiVersion: 'v1', kind: 'Pod' },
    { namespace },
  );
  return pods.filter(
    pod => !['Succeeded', 'Failed'].includes(pod.status?.phase),
  );
}

function keyOf(row: MigratedObjectSummary): ObjectKey {
  return {
    apiVersion: row.apiVersion,
    kind: row.kind,
    namespace: row.namespace || undefined,
    name: row.name,
  };
}
