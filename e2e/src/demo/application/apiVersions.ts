/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** Newest first; which one a cluster serves depends on its age (1.20 has none of the first). */
const preferences = {
  CronJob: ['batch/v1', 'batch/v1beta1'],
  PodDisruptionBudget: ['policy/v1', 'policy/v1beta1'],
  HorizontalPodAutoscaler: [
    'autoscaling/v2',
    'autoscaling/v2beta2',
    'autoscaling/v1',
  ],
  Ingress: ['networking.k8s.io/v1', 'networking.k8s.io/v1beta1'],
};

export type ApiVersions = Record<keyof typeof preferences, string>;

/** @param served `apiVersion kind` of everything that the cluster serves. @throws when it serves no version that the demo knows */
export function chooseApiVersions(served: ReadonlySet<string>): ApiVersions {
  const chosen: Partial<ApiVersions> = {};
  for (const [kind, versions] of Object.entries(preferences)) {
    const version = versions.find(each => served.has(`${each} ${kind}`));
    if (!version) {
      throw new Error(
        `The cluster serves ${kind} in none of the versions ${versions.join(
          ', ',
        )}; the demo needs Kubernetes 1.20 or newer`,
      );
    }
    chosen[kind as keyof ApiVersions] = version;
  }
  return chosen as ApiVersions;
}
