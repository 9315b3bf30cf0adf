/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { nodesFor } from '../../volumes/engines/move/nodesFor';

/** Why the scheduler would not put a pod on this node, as far as the node's own properties go. */
export function whyNotOn(
  node: KubernetesObject,
  spec: any,
): string | undefined {
  const labels = node.metadata.labels ?? {};
  const missing = Object.entries(spec.nodeSelector ?? {}).find(
    ([key, value]) => labels[key] !== value,
  );
  if (missing) {
    return `nodeSelector ${missing[0]}=${missing[1]}`;
  }
  const required =
    spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const asVolume: any = { spec: { nodeAffinity: { required } } };
  if (required && nodesFor(asVolume, [node]).length === 0) {
    return 'its required nodeAffinity';
  }
  const taint = (node.spec?.taints ?? []).find(
    (candidate: any) =>
      ['NoSchedule', 'NoExecute'].includes(candidate.effect) &&
      !(spec.tolerations ?? []).some((toleration: any) =>
        tolerates(toleration, candidate),
      ),
  );
  return taint && `taint ${taint.key}${taint.value ? `=${taint.value}` : ''}`;
}

function tolerates(toleration: any, taint: any): boolean {
  const operator = toleration.operator ?? 'Equal';
  return (
    (!toleration.effect || toleration.effect === taint.effect) &&
    (toleration.key
      ? toleration.key === taint.key &&
        (operator === 'Exists' ||
          (toleration.value ?? '') === (taint.value ?? ''))
      : operator === 'Exists')
  );
}
