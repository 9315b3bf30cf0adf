/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterScopedAction,
  Condition,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { RewriteContext } from '../rules/ResourceRule';
import { NamespaceFacts } from './namespaceFacts';

/** A cluster-scoped object that objects of the namespaces need. */
export interface Need {
  name: string;
  /** What needs it, for a person: `Deployment shop/web`. */
  neededBy: string;
  /** As it is on the source, where it was read already. */
  object?: KubernetesObject;
  /** Instead of the kind's default. */
  action?: ClusterScopedAction;
  /** To be told if it is brought. */
  conditions?: Condition[];
}

export interface ClosureContext {
  source: ClusterClient;
  destination: ClusterClient;
  /** A kind may add to it what its own objects need of kinds that come later in the index. */
  facts: NamespaceFacts;
  rewrite: RewriteContext;
  actionFor(
    kind: string,
    name: string,
    otherwise: ClusterScopedAction,
  ): ClusterScopedAction;
}

/** How one kind of cluster-scoped object is found. */
export interface ClosureKind {
  kind: string;
  /** Newest first; the first that a cluster serves is asked. */
  apiVersions: string[];
  defaultAction: ClusterScopedAction;
  /** For docs/objects.md. */
  neededWhere: string;
  find(context: ClosureContext): Promise<Need[]>;
  /** Whether a requirement is met; by default an object of that name is there. */
  isMet?(need: Need, context: ClosureContext): Promise<boolean>;
}

export function servedVersionOf(
  cluster: ClusterClient,
  { kind, apiVersions }: Pick<ClosureKind, 'kind' | 'apiVersions'>,
): Promise<string | undefined> {
  return apiVersions.reduce<Promise<string | undefined>>(
    async (found, apiVersion) =>
      (await found) ??
      ((await cluster.findType(apiVersion, kind)) ? apiVersion : undefined),
    Promise.resolve(undefined),
  );
}

/** Classes that are only named: the names come from the facts. */
export function namedKind(
  kind: string,
  apiVersions: string[],
  neededWhere: string,
  names: (facts: NamespaceFacts) => Map<string, string>,
): ClosureKind {
  return {
    kind,
    apiVersions,
    defaultAction: 'require',
    neededWhere,
    find: async ({ facts }) =>
      [...names(facts)].map(([name, neededBy]) => ({ name, neededBy })),
  };
}
