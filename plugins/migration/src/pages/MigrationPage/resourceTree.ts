/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterResources,
  MigrationResource,
} from '@namespace-migration/plugin-migration-common';

export interface KindBranch {
  /** Unique among its neighbours. */
  key: string;
  kind: string;
  helper: boolean;
  resources: MigrationResource[];
}

export interface NamespaceBranch {
  /** Undefined for what belongs to the whole cluster. */
  namespace?: string;
  count: number;
  kinds: KindBranch[];
}

const order = ['namespace', 'claim', 'object', 'helper'];

/** What was made on one cluster: by namespace, then by kind. A namespace itself stands in its own branch, helpers last. */
export function resourceTree({
  resources,
}: Pick<ClusterResources, 'resources'>): NamespaceBranch[] {
  return [...groupedBy(resources, namespaceOf)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([namespace, some]) => ({
      namespace: namespace || undefined,
      count: some.length,
      kinds: kindsOf(some),
    }));
}

function namespaceOf({ group, namespace, name }: MigrationResource): string {
  return group === 'namespace' ? name : namespace ?? '';
}

function kindsOf(resources: MigrationResource[]): KindBranch[] {
  const rank = ({ group }: MigrationResource) => order.indexOf(group);
  const branches = [
    ...groupedBy(
      resources,
      ({ group, apiVersion, kind }) => `${group} ${apiVersion} ${kind}`,
    ),
  ].map(([key, some]) => ({
    key,
    kind: some[0].kind,
    helper: some[0].group === 'helper',
    resources: [...some].sort((a, b) => a.name.localeCompare(b.name)),
  }));
  return branches.sort(
    (a, b) =>
      rank(a.resources[0]) - rank(b.resources[0]) || a.key.localeCompare(b.key),
  );
}

function groupedBy(
  resources: MigrationResource[],
  key: (resource: MigrationResource) => string,
): Map<string, MigrationResource[]> {
  const groups = new Map<string, MigrationResource[]>();
  for (const resource of resources) {
    const group = groups.get(key(resource));
    if (group) {
      group.push(resource);
    } else {
      groups.set(key(resource), [resource]);
    }
  }
  return groups;
}
