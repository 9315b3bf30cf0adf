/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterScopedAction,
  Condition,
  PlanInput,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { RewriteContext } from '../rules/ResourceRule';
import {
  ClosureContext,
  ClosureKind,
  Need,
  servedVersionOf,
} from './ClosureKind';
import { closureKinds } from './index';
import { NamespaceFacts } from './namespaceFacts';
import { callers, staysCondition } from './webhookConfiguration';

export interface Closure {
  /** As they are on the source. */
  brought: KubernetesObject[];
  conditions: Condition[];
}

/** The cluster-scoped objects that the namespaces' objects need, and what becomes of them. Reads only. */
export async function closureOf(
  input: PlanInput,
  facts: NamespaceFacts,
  rewrite: RewriteContext,
  source: ClusterClient,
  destination: ClusterClient,
): Promise<Closure> {
  const closure: Closure = { brought: [], conditions: [] };
  const chosen = choiceOf(input);
  const context: ClosureContext = {
    source,
    destination,
    facts,
    rewrite,
    actionFor: (kind, name, otherwise) => chosen(kind, name) ?? otherwise,
  };
  for (const kind of closureKinds) {
    for (const need of await found(kind, context, closure.conditions)) {
      const choice = chosen(kind.kind, need.name);
      const action = choice ?? need.action ?? kind.defaultAction;
      if (action === 'require') {
        if (!(await isMet(kind, need, context))) {
          closure.conditions.push(missing(kind, need, destination.name));
        }
      } else if (action === 'bring') {
        const object = need.object ?? (await read(kind, need, source));
        if (object) {
          closure.brought.push(object);
          closure.conditions.push(...(need.conditions ?? []));
        }
      } else if (choice === undefined && callers.includes(kind.kind)) {
        closure.conditions.push(staysCondition(kind.kind, need, source.name));
      }
    }
  }
  return closure;
}

/** An account that may not read a kind is told so; without it the plan may still be right. */
async function found(
  kind: ClosureKind,
  context: ClosureContext,
  conditions: Condition[],
): Promise<Need[]> {
  try {
    return await kind.find(context);
  } catch (error) {
    if (!(error instanceof ClusterError) || error.statusCode !== 403) {
      throw error;
    }
    conditions.push({
      type: 'ClosureUnreadable',
      category: 'Warn',
      message: `${kind.kind} objects of cluster ${context.source.name} cannot be read by its account, so that it is not known which of them the namespaces need: ${error.message}. Grant get and list on them (docs/rbac/source.yaml), or bring them by hand.`,
    });
    return [];
  }
}

/** A choice of one object goes before one of its whole kind. */
export function choiceOf(
  input: Pick<PlanInput, 'objects'>,
): (kind: string, name: string) => ClusterScopedAction | undefined {
  const choices = input.objects?.clusterScoped ?? [];
  return (kind, name) =>
    [name, '*']
      .map(wanted =>
        choices.find(choice => choice.kind === kind && choice.name === wanted),
      )
      .find(choice => choice)?.action;
}

async function isMet(
  kind: ClosureKind,
  need: Need,
  context: ClosureContext,
): Promise<boolean> {
  return kind.isMet
    ? kind.isMet(need, context)
    : Boolean(await read(kind, need, context.destination));
}

async function read(
  kind: ClosureKind,
  { name }: Need,
  cluster: ClusterClient,
): Promise<KubernetesObject | undefined> {
  const apiVersion = await servedVersionOf(cluster, kind);
  return apiVersion
    ? cluster.get({ apiVersion, kind: kind.kind, name })
    : undefined;
}

function missing(kind: ClosureKind, need: Need, cluster: string): Condition {
  return {
    type: 'RequirementMissing',
    category: 'Error',
    message: `${kind.kind} ${need.name} is not on cluster ${cluster} as it is needed there by ${need.neededBy}. Create or install it there, or choose in the plan to bring or ignore it (objects.clusterScoped).`,
    object: {
      cluster,
      apiVersion: kind.apiVersions[0],
      kind: kind.kind,
      name: need.name,
    },
  };
}
