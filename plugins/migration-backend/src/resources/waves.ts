/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** Objects of a wave need those of earlier waves, and not each other (Velero's and crane's orders, as groups). */
const waves: string[][] = [
  [
    'Namespace',
    'CustomResourceDefinition',
    'PriorityClass',
    'StorageClass',
    'IngressClass',
    'RuntimeClass',
    'VolumeSnapshotClass',
    'SecurityContextConstraints',
    'PersistentVolume',
  ],
  // the token controller deletes a Secret of an account that is not there
  ['ServiceAccount'],
  [
    'Secret',
    'ConfigMap',
    'LimitRange',
    'ResourceQuota',
    'PersistentVolumeClaim',
  ],
  ['Role', 'ClusterRole'],
  ['RoleBinding', 'ClusterRoleBinding', 'NetworkPolicy', 'PodDisruptionBudget'],
  ['Service'],
  ['Endpoints', 'EndpointSlice'],
  [
    'Deployment',
    'DeploymentConfig',
    'StatefulSet',
    'DaemonSet',
    'ReplicaSet',
    'ReplicationController',
    'CronJob',
    'Job',
  ],
  ['Ingress', 'Route', 'HorizontalPodAutoscaler'],
];
/** What calls others' Services and may refuse objects until these answer. */
const callers = [
  'ValidatingWebhookConfiguration',
  'MutatingWebhookConfiguration',
  'APIService',
];

export function waveOf(kind: string): number {
  if (callers.includes(kind)) {
    return waves.length + 1;
  }
  const index = waves.findIndex(kinds => kinds.includes(kind));
  return index >= 0 ? index : waves.length;
}
