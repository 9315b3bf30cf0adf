/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

const notObserved = 'its controller has not seen its last change yet';

/** What an object lacks to be of service, or undefined. Kinds of which nothing is known are of service. */
export function unready(object: KubernetesObject): string | undefined {
  const { spec, status = {} } = object;
  // Argo Rollouts writes it as text, older ones a hash
  const seen = Number(status.observedGeneration ?? 0);
  const observed =
    Number.isNaN(seen) || seen >= (object.metadata.generation ?? 0);
  switch (object.kind) {
    case 'Deployment':
    case 'DeploymentConfig':
    case 'StatefulSet':
    case 'ReplicaSet':
    case 'ReplicationController':
    case 'Rollout': {
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

export function isReady(pod: KubernetesObject): boolean {
  return (pod.status?.conditions ?? []).some(
    (condition: any) =>
      condition.type === 'Ready' && condition.status === 'True',
  );
}
