/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

export interface PodTemplate {
  /** For messages: `Deployment shop/web`. */
  owner: string;
  namespace: string;
  kind: string;
  name: string;
  /** Pods that run at a time. */
  count: number;
  metadata: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: any;
}

/** The pods that an object makes or is; none for other kinds. */
export function podTemplatesOf(object: KubernetesObject): PodTemplate[] {
  const { kind, spec = {} } = object;
  const { name, namespace = '' } = object.metadata;
  const templateOf = (template: any, count: number): PodTemplate[] =>
    template?.spec
      ? [
          {
            owner: `${kind} ${namespace}/${name}`,
            namespace,
            kind,
            name,
            count,
            metadata: template.metadata ?? {},
            spec: template.spec,
          },
        ]
      : [];
  switch (kind) {
    case 'Pod':
      return templateOf(object, 1);
    case 'CronJob':
      // it may run at any time
      return templateOf(
        spec.jobTemplate?.spec?.template,
        spec.suspend ? 0 : spec.jobTemplate?.spec?.parallelism ?? 1,
      );
    case 'Job':
      return templateOf(spec.template, spec.parallelism ?? 1);
    case 'DaemonSet':
      // as many as there are nodes: it does not compete for one
      return templateOf(spec.template, 1);
    default:
      return templateOf(spec.template, spec.replicas ?? 1);
  }
}

/** Kinds that `podTemplatesOf` knows, as their objects come to the destination. */
export const workloadKindNames = [
  'Deployment',
  'DeploymentConfig',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
  'Rollout',
];
