/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

interface Requirement {
  key: string;
  operator: string;
  values?: string[];
}

/** Nodes on which the volume may be mounted by its nodeAffinity: terms are alternatives, their expressions all hold. */
export function nodesFor(
  volume: KubernetesObject,
  nodes: KubernetesObject[],
): KubernetesObject[] {
  const terms: Array<{ matchExpressions?: Requirement[] }> | undefined =
    volume.spec.nodeAffinity?.required?.nodeSelectorTerms;
  return terms
    ? nodes.filter(node =>
        terms.some(({ matchExpressions }) =>
          (matchExpressions ?? []).every(requirement =>
            holds(requirement, node.metadata.labels ?? {}),
          ),
        ),
      )
    : nodes;
}

function holds(
  { key, operator, values = [] }: Requirement,
  labels: Record<string, string>,
): boolean {
  const value = labels[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return Number(value) > Number(values[0]);
    case 'Lt':
      return Number(value) < Number(values[0]);
    default:
      return false;
  }
}
