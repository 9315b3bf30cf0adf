/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import {
  KubernetesObject,
  PreflightCheck,
} from '@namespace-migration/plugin-migration-node';
import { workloadKinds } from '../../../quiesce';
import { horizontalPodAutoscaler } from '../../../quiesce/horizontalPodAutoscaler';
import { servedVersion } from '../../../quiesce/quiesceNamespace';
import { refOf } from '../refOf';

/** Rollouts have a check of their own. */
const stopped = new Set([...workloadKinds.map(({ kind }) => kind), 'Rollout']);

export const autoscalers: PreflightCheck = {
  name: 'Autoscalers',
  title: 'Horizontal pod autoscalers',
  appliesTo: type => type !== 'state',
  async run({ source, namespaces, input }) {
    const apiVersion = await servedVersion(source, horizontalPodAutoscaler);
    const conditions: Condition[] = [];
    for (const { source: namespace } of apiVersion &&
    input.options?.quiesce !== false
      ? namespaces
      : []) {
      conditions.push(
        ...(
          await source.list(
            { apiVersion: apiVersion!, kind: 'HorizontalPodAutoscaler' },
            { namespace },
          )
        ).flatMap(object => autoscalerConditions(source.name, object)),
      );
    }
    return conditions;
  },
};

/** One that scales between 1 and more leaves a workload alone that was scaled to 0: nothing is said of it. */
export function autoscalerConditions(
  cluster: string,
  object: KubernetesObject,
): Condition[] {
  const { namespace, name, ownerReferences } = object.metadata;
  const { scaleTargetRef, minReplicas } = object.spec;
  const target = `${scaleTargetRef?.kind} ${scaleTargetRef?.name}`;
  if (ownerReferences?.some(({ controller }) => controller)) {
    return [];
  }
  if (!stopped.has(scaleTargetRef?.kind)) {
    return [
      {
        type: 'AutoscalerTargetNotStopped',
        category: 'Warn',
        message: `HorizontalPodAutoscaler ${namespace}/${name} scales ${target}, a kind that a cutover does not know how to stop. Stop it yourself before the cutover, or by a PreQuiesce hook.`,
        object: refOf(cluster, object),
      },
    ];
  }
  return minReplicas === 0
    ? [
        {
          type: 'AutoscalerHeld',
          category: 'Advisory',
          message: `HorizontalPodAutoscaler ${namespace}/${name} may scale ${target} up from 0, so a cutover sets its minReplicas to 1 while the workload is stopped, which makes it leave that alone. Nothing is to be done; a rollback sets it back.`,
          object: refOf(cluster, object),
        },
      ]
    : [];
}
