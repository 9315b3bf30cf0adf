/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
  PreflightCheck,
} from '@namespace-migration/plugin-migration-node';
import { refOf, someOf } from '../refOf';

export const controllers: PreflightCheck = {
  name: 'Controllers',
  title: 'Operators, GitOps and others that would start again what is stopped',
  appliesTo: type => type !== 'state',
  async run(context) {
    const { source, namespaces, input } = context;
    if (input.options?.quiesce === false) {
      return [];
    }
    const workloads = await context.workloads();
    return [
      ...ownedByOperators(source.name, workloads),
      ...managedByGitOps(source.name, workloads),
      ...(await handledByQuiesce(
        source,
        namespaces.map(mapping => mapping.source),
      )),
    ];
  },
};

const nameOf = ({ kind, metadata }: KubernetesObject) =>
  `${kind} ${metadata.namespace}/${metadata.name}`;

/** `workloads` are those that no other workload controls. */
export function ownedByOperators(
  cluster: string,
  workloads: KubernetesObject[],
): Condition[] {
  return workloads.flatMap(object => {
    const owner = object.metadata.ownerReferences?.find(o => o.controller);
    return owner && owner.kind !== 'Node' && owner.kind !== 'Rollout'
      ? [
          {
            type: 'OperatorOwnsWorkload',
            category: 'Warn' as const,
            message: `${nameOf(object)} on cluster ${cluster} belongs to ${
              owner.kind
            } ${
              owner.name
            } of an operator, so a cutover does not stop it and the operator would start it again. Stop it in ${
              owner.kind
            } ${
              owner.name
            } by a PreQuiesce hook or by hand, and see that the operator runs on the destination.`,
            object: refOf(cluster, object),
          },
        ]
      : [];
  });
}

/** Who put the object there by Git, as the tools mark it. */
function gitOpsOf({ metadata }: KubernetesObject): string | undefined {
  const { labels = {}, annotations = {} } = metadata;
  const argo =
    labels['argocd.argoproj.io/instance'] ??
    annotations['argocd.argoproj.io/tracking-id']?.split(':')[0];
  const kustomization = labels['kustomize.toolkit.fluxcd.io/name'];
  const release = labels['helm.toolkit.fluxcd.io/name'];
  return argo
    ? `Argo CD application ${argo}`
    : kustomization
    ? `Flux Kustomization ${kustomization}`
    : release
    ? `Flux HelmRelease ${release}`
    : labels['app.kubernetes.io/managed-by']?.match(/^(argocd|flux)/i)
    ? `${labels['app.kubernetes.io/managed-by']}`
    : undefined;
}

export function managedByGitOps(
  cluster: string,
  workloads: KubernetesObject[],
): Condition[] {
  const found = new Map<string, KubernetesObject[]>();
  for (const object of workloads) {
    const manager = gitOpsOf(object);
    if (manager) {
      found.set(manager, [...(found.get(manager) ?? []), object]);
    }
  }
  return [...found].map(([manager, objects]) => ({
    type: 'ManagedByGitOps',
    category: 'Warn',
    message: `${someOf(
      objects.map(nameOf),
    )} on cluster ${cluster} is kept as in Git by ${manager}, which starts it again when it is stopped. Suspend that (argocd app set --sync-policy none, flux suspend) before the cutover, and point it at the destination afterwards.`,
    object: refOf(cluster, objects[0]),
  }));
}

async function handledByQuiesce(
  source: ClusterClient,
  namespaces: string[],
): Promise<Condition[]> {
  const conditions: Condition[] = [];
  for (const namespace of namespaces) {
    for (const object of await source.list(
      { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject' },
      { namespace },
    )) {
      conditions.push({
        type: 'KedaPaused',
        category: 'Advisory',
        message: `${nameOf(object)} on cluster ${
          source.name
        } scales a workload by events; a cutover pauses it (autoscaling.keda.sh/paused-replicas) and a rollback lets it go on. See that KEDA runs on the destination.`,
        object: refOf(source.name, object),
      });
    }
    for (const object of await source.list(
      { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' },
      { namespace },
    )) {
      conditions.push({
        type: 'RolloutStopped',
        category: 'Advisory',
        message: `${nameOf(object)} on cluster ${
          source.name
        } is stopped at a cutover by its replicas. See that Argo Rollouts runs on the destination.`,
        object: refOf(source.name, object),
      });
    }
  }
  return conditions;
}
