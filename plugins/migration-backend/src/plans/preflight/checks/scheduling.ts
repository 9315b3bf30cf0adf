/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  KubernetesObject,
  PreflightCheck,
} from '@namespace-migration/plugin-migration-node';
import { plannedPodTemplates } from '../plannedPodTemplates';
import { PodTemplate, workloadKindNames } from '../podTemplatesOf';
import { someOf } from '../refOf';
import { whyNotOn } from '../whyNotOn';

const ARCHITECTURE = 'kubernetes.io/arch';

export const scheduling: PreflightCheck = {
  name: 'Scheduling',
  title: 'Node selectors, affinity, taints and architectures',
  plannedKinds: workloadKindNames,
  appliesTo: type => type === 'full',
  async run(context) {
    const { source, destination, namespaces } = context;
    const nodes = await destination.list({ apiVersion: 'v1', kind: 'Node' });
    const used = new Set<string>();
    for (const { source: namespace } of namespaces) {
      for (const pod of await source.list(
        { apiVersion: 'v1', kind: 'Pod' },
        { namespace },
      )) {
        used.add(pod.spec.nodeName);
      }
    }
    const sourceNodes = await source.list({ apiVersion: 'v1', kind: 'Node' });
    return [
      ...unfitPods(
        destination.name,
        await plannedPodTemplates(context),
        nodes.filter(node => !node.spec?.unschedulable),
      ),
      ...missingArchitectures(
        destination.name,
        sourceNodes.filter(({ metadata }) => used.has(metadata.name)),
        nodes,
      ),
    ];
  },
};

export function unfitPods(
  cluster: string,
  templates: PodTemplate[],
  nodes: KubernetesObject[],
): Condition[] {
  return templates.flatMap(({ owner, spec }) => {
    const reasons = nodes.map(node => whyNotOn(node, spec));
    return reasons.every(reason => reason !== undefined)
      ? [
          {
            type: 'PodFitsNoNode',
            category: 'Warn' as const,
            message: `No node of cluster ${cluster} takes the pods of ${owner}, because of ${someOf(
              reasons as string[],
            )}. Label or add a node, or change the workload by a transform of the plan.`,
          },
        ]
      : [];
  });
}

export function missingArchitectures(
  cluster: string,
  sourceNodes: KubernetesObject[],
  nodes: KubernetesObject[],
): Condition[] {
  const architecturesOf = (list: KubernetesObject[]) =>
    new Set(list.flatMap(node => node.metadata.labels?.[ARCHITECTURE] ?? []));
  const there = architecturesOf(nodes);
  return [...architecturesOf(sourceNodes)]
    .filter(architecture => there.size > 0 && !there.has(architecture))
    .map(architecture => ({
      type: 'ArchitectureAbsent',
      category: 'Warn',
      message: `Pods run on nodes of architecture ${architecture}, and cluster ${cluster} has only ${[
        ...there,
      ].join(
        ', ',
      )}. Look whether their images are built for that too, or add nodes.`,
    }));
}
