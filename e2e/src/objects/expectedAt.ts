/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** What belongs to the cluster that an object is on; the test's own opinion, which shares nothing with the product. */
const ofTheCluster = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
  'ownerReferences',
];
const writtenByControllers = [
  'deployment.kubernetes.io/revision',
  'deprecated.daemonset.template.generation',
  'endpoints.kubernetes.io/last-change-trigger-time',
  'autoscaling.alpha.kubernetes.io/conditions',
  'autoscaling.alpha.kubernetes.io/current-metrics',
  'kubernetes.io/service-account.uid',
  'namespace-migration.io/migrated-by-plan',
];

/** Without what each cluster has to decide for itself. */
export function essence(object: any): any {
  const { status, ...rest } = structuredClone(object);
  for (const field of ofTheCluster) {
    delete rest.metadata[field];
  }
  for (const annotation of writtenByControllers) {
    delete rest.metadata.annotations?.[annotation];
  }
  if (Object.keys(rest.metadata.annotations ?? {}).length === 0) {
    delete rest.metadata.annotations;
  }
  switch (rest.kind) {
    case 'Service':
      if (rest.spec.clusterIP !== 'None') {
        delete rest.spec.clusterIP;
        delete rest.spec.clusterIPs;
      }
      rest.spec.ports?.forEach((port: any) => delete port.nodePort);
      break;
    case 'Job':
      delete rest.spec.selector;
      for (const labels of [
        rest.metadata.labels,
        rest.spec.template.metadata.labels,
      ]) {
        delete labels?.['controller-uid'];
        delete labels?.['job-name'];
      }
      if (Object.keys(rest.metadata.labels ?? {}).length === 0) {
        delete rest.metadata.labels;
      }
      rest.spec.template.metadata = {};
      break;
    case 'Pod':
      rest.spec = { containers: [{ image: rest.spec.containers[0].image }] };
      break;
    case 'ServiceAccount':
      delete rest.secrets;
      break;
    case 'Secret':
      if (rest.type === 'kubernetes.io/service-account-token') {
        delete rest.data;
      }
      break;
    default:
  }
  return rest;
}

/** The same under the namespace's other name, wherever a value is that name or the name of its service accounts. */
export function renamed(object: any, from: string, to: string): any {
  return JSON.parse(
    JSON.stringify(object, (_key, value) => {
      if (typeof value !== 'string') {
        return value;
      }
      return value === from
        ? to
        : value
            .replace(
              new RegExp(`^(system:serviceaccounts?:)${from}(:|$)`),
              `$1${to}$2`,
            )
            .replace(new RegExp(`^${from}/`), `${to}/`);
    }),
  );
}
