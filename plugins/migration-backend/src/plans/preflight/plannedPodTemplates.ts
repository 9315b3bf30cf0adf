/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  KubernetesObject,
  PreflightContext,
} from '@namespace-migration/plugin-migration-node';
import {
  PodTemplate,
  podTemplatesOf,
  workloadKindNames,
} from './podTemplatesOf';

/** Pods as they will be asked for on the destination, with its namespaces. Needs `workloadKindNames` in `plannedKinds`. */
export async function plannedPodTemplates(
  context: PreflightContext,
): Promise<PodTemplate[]> {
  const { planned, namespaces } = context;
  // bare pods are not among planned objects: they start in a phase of their own
  const pods = (await context.workloads())
    .filter(({ kind }) => kind === 'Pod')
    .map(pod => moved(pod, namespaces));
  return [...planned.ofKind(...workloadKindNames), ...pods].flatMap(
    podTemplatesOf,
  );
}

function moved(
  pod: KubernetesObject,
  namespaces: PreflightContext['namespaces'],
): KubernetesObject {
  const mapping = namespaces.find(
    ({ source }) => source === pod.metadata.namespace,
  );
  // its node is the source's
  const { nodeName, ...spec } = pod.spec;
  return {
    ...pod,
    spec,
    metadata: { ...pod.metadata, namespace: mapping?.destination },
  };
}
