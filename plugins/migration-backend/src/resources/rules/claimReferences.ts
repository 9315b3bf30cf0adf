/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ResourceRule } from './ResourceRule';

/** Claims that have another name on the destination, in everything that has a pod template. */
export const claimReferences: ResourceRule = {
  kinds: [
    'Deployment',
    'DeploymentConfig',
    'StatefulSet',
    'DaemonSet',
    'ReplicaSet',
    'ReplicationController',
    'Job',
    'CronJob',
    'Pod',
  ],
  apply(object, { claims, namespaces }) {
    const source =
      Object.keys(namespaces).find(
        name => namespaces[name] === object.metadata.namespace,
      ) ?? object.metadata.namespace;
    const spec =
      object.kind === 'Pod'
        ? object.spec
        : (object.spec.jobTemplate?.spec ?? object.spec).template?.spec;
    for (const volume of spec?.volumes ?? []) {
      const renamed =
        volume.persistentVolumeClaim &&
        claims[`${source}/${volume.persistentVolumeClaim.claimName}`];
      if (renamed) {
        volume.persistentVolumeClaim.claimName = renamed;
      }
    }
    return object;
  },
};
