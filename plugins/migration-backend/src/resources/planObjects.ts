/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  MIGRATED_BY_PLAN_ANNOTATION,
} from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { PlanSnapshot } from '../database/migrationRecord';
import { exportNamespace } from './exportNamespace';
import { RewriteContext } from './rules/ResourceRule';
import { sanitise } from './sanitise';
import { waveOf } from './waves';

export interface PlannedObject {
  object: KubernetesObject;
  action: 'create' | 'adopt' | 'replace' | 'skip';
  /** What is there now and is not ours. */
  previous?: KubernetesObject;
}

export interface PlannedObjects {
  /** In the order of their waves. */
  objects: PlannedObject[];
  conditions: Condition[];
}

/** What would be applied, and what stands in its way. Reads only. */
export async function planObjects(options: {
  plan: PlanSnapshot;
  namespaces: Array<{ source: string; destination: string }>;
  source: ClusterClient;
  destination: ClusterClient;
  excludedKinds: string[];
}): Promise<PlannedObjects> {
  const { plan, source, destination } = options;
  const context = rewriteContextOf(plan, options.namespaces);
  const planned: PlannedObjects = { objects: [], conditions: [] };
  for (const { source: namespace } of options.namespaces) {
    const exported = await exportNamespace(
      source,
      destination,
      namespace,
      options.excludedKinds,
    );
    for (const { type, count } of exported.notServed) {
      planned.conditions.push({
        type: 'KindNotServed',
        category: 'Error',
        message: `${count} ${type.kind} (${type.apiVersion}) of namespace ${namespace} have no version that cluster ${destination.name} serves. Install what serves it there, or exclude ${type.resource}.${type.group} in the plan.`,
      });
    }
    for (const groupVersion of exported.unavailable) {
      planned.conditions.push({
        type: 'ApiGroupUnavailable',
        category: 'Error',
        message: `API ${groupVersion} of cluster ${
          source.name
        } does not answer, so its objects in namespace ${namespace} cannot be seen. Repair what serves it (kubectl get apiservice), or exclude *.${
          groupVersion.split('/')[0]
        } in the plan.`,
      });
    }
    // bare pods start in their own phase; until then they must not exist
    const objects = [
      ...exported.definitions,
      ...exported.objects.filter(({ kind }) => kind !== 'Pod'),
    ];
    for (const original of objects) {
      const object = sanitise(original, context);
      const decided = await decide(destination, plan, object);
      if ('condition' in decided) {
        planned.conditions.push(decided.condition);
      } else if (
        !planned.objects.some(({ object: other }) => sameObject(other, object))
      ) {
        planned.objects.push({ object, ...decided });
      }
    }
  }
  planned.objects.sort((a, b) => waveOf(a.object.kind) - waveOf(b.object.kind));
  return planned;
}

export function rewriteContextOf(
  plan: PlanSnapshot,
  namespaces: Array<{ source: string; destination: string }>,
): RewriteContext {
  const storageClasses: Record<string, string> = {};
  const claims: Record<string, string> = {};
  for (const volume of plan.volumes) {
    if (volume.storageClass && volume.target.storageClass) {
      storageClasses[volume.storageClass] = volume.target.storageClass;
    }
    if (volume.claim !== volume.target.claim) {
      claims[`${volume.namespace}/${volume.claim}`] = volume.target.claim;
    }
  }
  return {
    namespaces: Object.fromEntries(
      namespaces.map(mapping => [mapping.source, mapping.destination]),
    ),
    storageClasses,
    claims,
  };
}

function sameObject(a: KubernetesObject, b: KubernetesObject): boolean {
  return (
    a.kind === b.kind &&
    a.apiVersion === b.apiVersion &&
    a.metadata.name === b.metadata.name &&
    a.metadata.namespace === b.metadata.namespace
  );
}

/** Invariant 5: what this plan did not create stops it, until a person has chosen. */
async function decide(
  destination: ClusterClient,
  plan: PlanSnapshot,
  object: KubernetesObject,
): Promise<Omit<PlannedObject, 'object'> | { condition: Condition }> {
  const { apiVersion, kind } = object;
  const { name, namespace } = object.metadata;
  const present = await destination.get({ apiVersion, kind, namespace, name });
  if (
    !present ||
    present.metadata.annotations?.[MIGRATED_BY_PLAN_ANNOTATION] === plan.id
  ) {
    return { action: 'create' };
  }
  if (kind === 'CustomResourceDefinition') {
    // it is served there already, by whoever owns it: a requirement that is met
    return { action: 'skip', previous: present };
  }
  const choice = plan.input.existing?.find(
    other =>
      other.kind === kind &&
      other.name === name &&
      (other.namespace ?? namespace) === namespace &&
      (other.apiVersion ?? apiVersion) === apiVersion,
  );
  if (choice?.action) {
    return { action: choice.action, previous: present };
  }
  return {
    condition: {
      type: 'ObjectExists',
      category: 'Critical',
      message: `${kind} ${
        namespace ? `${namespace}/` : ''
      }${name} exists on cluster ${
        destination.name
      } and was not created by this plan. Choose in the plan to adopt, replace or skip it, or move it out of the way.`,
      object: {
        cluster: destination.name,
        apiVersion,
        kind,
        namespace,
        name,
        uid: present.metadata.uid,
      },
    },
  };
}
