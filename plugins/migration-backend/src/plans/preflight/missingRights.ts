/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '@namespace-migration/plugin-migration-node';
import { someOf } from './refOf';

export interface Right {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  /** Absent for what is of the whole cluster. */
  namespace?: string;
}

/**
 * One review a namespace answers for most rights; only what it does not show is asked one by one, because an
 * authorizer may allow more than it tells, and rights on the whole cluster are not in it.
 */
export async function missingRights(
  cluster: ClusterClient,
  rights: Right[],
): Promise<Right[]> {
  const rules = new Map<string, any[]>();
  for (const namespace of new Set(rights.flatMap(r => r.namespace ?? []))) {
    rules.set(namespace, await rulesIn(cluster, namespace));
  }
  const missing: Right[] = [];
  for (const right of rights) {
    const known = right.namespace ? rules.get(right.namespace)! : [];
    if (!isAllowed(known, right) && !(await cluster.can(right))) {
      missing.push(right);
    }
  }
  return missing;
}

async function rulesIn(
  cluster: ClusterClient,
  namespace: string,
): Promise<any[]> {
  const review = await cluster.create({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectRulesReview',
    metadata: {},
    spec: { namespace },
  } as any);
  return review.status?.resourceRules ?? [];
}

/** By the rules of an account. Rules for single names do not count. */
export function isAllowed(rules: any[], right: Right): boolean {
  const resource = right.subresource
    ? `${right.resource}/${right.subresource}`
    : right.resource;
  const has = (list: string[] | undefined, ...wanted: string[]) =>
    (list ?? []).some(entry => entry === '*' || wanted.includes(entry));
  return rules.some(
    rule =>
      !rule.resourceNames?.length &&
      has(rule.verbs, right.verb) &&
      has(rule.apiGroups, right.group) &&
      has(rule.resources, resource, `*/${right.subresource ?? ''}`),
  );
}

/** One condition for each namespace, with what is missing by resource. */
export function missingRightsConditions(
  cluster: string,
  missing: Right[],
  document: string,
): Condition[] {
  const byNamespace = new Map<string, Map<string, string[]>>();
  for (const right of missing) {
    const where = right.namespace ? `in namespace ${right.namespace}` : '';
    const resource = `${right.resource}${
      right.subresource ? `/${right.subresource}` : ''
    }${right.group ? `.${right.group}` : ''}`;
    const resources = byNamespace.get(where) ?? new Map<string, string[]>();
    resources.set(resource, [...(resources.get(resource) ?? []), right.verb]);
    byNamespace.set(where, resources);
  }
  return [...byNamespace].map(([where, resources]) => ({
    type: 'MissingRights',
    category: 'Critical',
    message: `The account for cluster ${cluster} may not ${someOf(
      [...resources].map(
        ([resource, verbs]) => `${verbs.join('/')} ${resource}`,
      ),
      10,
    )}${
      where && ` ${where}`
    }, which this plan needs. Bind it to a ClusterRole that allows this, see ${document}.`,
    object: { apiVersion: 'v1', kind: 'Cluster', name: cluster },
  }));
}
