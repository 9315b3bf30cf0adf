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
    'PersistentVolume',
  ],
  [
    'ServiceAccount',
    'Secret',
    'ConfigMap',
    'LimitRange',
    'ResourceQuota',
    'PersistentVolumeClaim',
  ],
  ['Role', 'ClusterRole'],
  ['RoleBinding', 'ClusterRoleBinding', 'NetworkPolicy', 'PodDisruptionBudget'],
  ['Service'],
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

export function waveOf(kind: string): number {
  const index = waves.findIndex(kinds => kinds.includes(kind));
  return index >= 0 ? index : waves.length;
}
