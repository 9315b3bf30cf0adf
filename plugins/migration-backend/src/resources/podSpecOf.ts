/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

/** Kinds that have a pod, or a template of one. */
export const podKinds = [
  'Pod',
  'PodTemplate',
  'Deployment',
  'DeploymentConfig',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
];

export function podSpecOf(object: KubernetesObject): any {
  switch (object.kind) {
    case 'Pod':
      return object.spec;
    case 'PodTemplate':
      return object.template?.spec;
    case 'CronJob':
      return object.spec?.jobTemplate?.spec?.template?.spec;
    default:
      return podKinds.includes(object.kind)
        ? object.spec?.template?.spec
        : undefined;
  }
}
