/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isGivenBack } from '../../database/migrationRecord';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { whyNotRunning } from '../../volumes/runMover';
import { done, Phase, waiting } from '../Phase';

/** Workloads that the cutover started are ready. Names are the destination's (MTC's check looked at the source's). */
export const verifyHealth: Phase = {
  name: 'VerifyHealth',
  step: 'Start',
  deadlineSeconds: options => options.healthDeadlineSeconds,
  async run({ store, destination }) {
    for (const row of await store.objects()) {
      if (isGivenBack(row)) {
        continue;
      }
      const live = await destination.get({
        apiVersion: row.apiVersion,
        kind: row.kind,
        namespace: row.namespace || undefined,
        name: row.name,
      });
      const missing = live && unready(live);
      if (missing) {
        return waiting(
          `${row.kind} ${row.namespace}/${
            row.name
          }: ${missing}${await podTrouble(destination, live)}`,
        );
      }
    }
    await store.updateRecord(record => ({
      ...record,
      cutover: { ...record.cutover, healthyAt: new Date().toISOString() },
    }));
    return done;
  },
};

const notObserved = 'its controller has not seen its last change yet';

export function unready(object: KubernetesObject): string | undefined {
  const { spec, status = {} } = object;
  const observed =
    (status.observedGeneration ?? 0) >= (object.metadata.generation ?? 0);
  switch (object.kind) {
    case 'Deployment':
    case 'DeploymentConfig':
    case 'StatefulSet':
    case 'ReplicaSet':
    case 'ReplicationController': {
      const wanted = spec.replicas ?? 1;
      const ready = status.readyReplicas ?? 0;
      if (!observed) {
        return notObserved;
      }
      return ready >= wanted
        ? undefined
        : `${ready} of ${wanted} replicas are ready`;
    }
    case 'DaemonSet': {
      const ready = status.numberReady ?? 0;
      if (!observed) {
        return notObserved;
      }
      return ready >= status.desiredNumberScheduled
        ? undefined
        : `${ready} of ${status.desiredNumberScheduled} pods are ready`;
    }
    case 'PersistentVolumeClaim':
      return status.phase === 'Bound' ? undefined : `is ${status.phase}`;
    default:
      return undefined;
  }
}

async function podTrouble(
  cluster: ClusterClient,
  workload: KubernetesObject,
): Promise<string> {
  const labels = workload.spec?.selector?.matchLabels;
  if (!labels) {
    return '';
  }
  const pods = await cluster.list(
    { apiVersion: 'v1', kind: 'Pod' },
    {
      namespace: workload.metadata.namespace,
      labelSelector: Object.entries(labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
    },
  );
  const reason = pods.map(whyNotRunning).find(text => text);
  return reason ? ` (${reason})` : '';
}
