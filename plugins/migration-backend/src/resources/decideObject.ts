/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import isEqual from 'lodash/isEqual';
import unionWith from 'lodash/unionWith';
import { PlanSnapshot } from '../database/migrationRecord';
import { missingFrom } from './compareObject';
import { givenServiceAccounts, isPristine } from './generated';

export type Decision =
  | {
      action: 'create' | 'adopt' | 'replace' | 'skip';
      previous?: KubernetesObject;
      object: KubernetesObject;
    }
  | { condition: Condition };

/** Lists of a cluster-scoped object that several namespaces add to. */
const sharedLists = ['subjects', 'users', 'groups'];

/** Invariant 5: what this plan did not create stops it, until a person has chosen. Pure. */
export function decideObject(
  plan: Pick<PlanSnapshot, 'input'>,
  object: KubernetesObject,
  /** What is there and is not this plan's. */
  present: KubernetesObject | undefined,
  cluster: string,
): Decision {
  if (!present) {
    return { action: 'create', object };
  }
  const { apiVersion, kind } = object;
  const { name, namespace } = object.metadata;
  if (!namespace && isMet(object, present)) {
    // there already, by whoever owns it: a requirement that is met
    return { action: 'skip', previous: present, object };
  }
  const choice = plan.input.existing?.find(
    other =>
      other.kind === kind &&
      other.name === name &&
      (other.namespace ?? namespace) === namespace &&
      (other.apiVersion ?? apiVersion) === apiVersion,
  );
  if (choice?.action) {
    return {
      action: choice.action,
      previous: present,
      object:
        choice.action === 'adopt' && !namespace
          ? withOthers(object, present)
          : object,
    };
  }
  const given =
    kind === 'ServiceAccount' &&
    givenServiceAccounts.includes(name) &&
    isPristine(present);
  if (given) {
    // the cluster made it with the namespace, and nobody has touched it since
    return { action: 'adopt', previous: present, object };
  }
  return {
    condition: {
      type: 'ObjectExists',
      category: 'Critical',
      message: `${kind} ${
        namespace ? `${namespace}/` : ''
      }${name} exists on cluster ${cluster} and was not created by this plan. Choose in the plan to adopt, replace or skip it, or move it out of the way.`,
      object: {
        cluster,
        apiVersion,
        kind,
        namespace,
        name,
        uid: present.metadata.uid,
      },
    },
  };
}

/** Whether a cluster-scoped object of others does for the namespaces all that this one would. */
export function isMet(
  object: KubernetesObject,
  present: KubernetesObject,
): boolean {
  if (object.kind === 'CustomResourceDefinition') {
    const served = ({ spec }: KubernetesObject) =>
      (spec.versions ?? [])
        .filter((version: any) => version.served)
        .map((version: any) => version.name);
    return served(object).some((version: string) =>
      served(present).includes(version),
    );
  }
  const { metadata, ...rest } = object;
  const shared = sharedLists.filter(list => Array.isArray(rest[list]));
  const others = Object.fromEntries(
    Object.entries(rest).filter(([field]) => !shared.includes(field)),
  );
  return (
    missingFrom(others, present).length === 0 &&
    shared.every(list =>
      rest[list].every((item: unknown) =>
        (present[list] ?? []).some(
          (other: unknown) => missingFrom(item, other).length === 0,
        ),
      ),
    )
  );
}

/** Adopting takes nothing from the other subjects and users. */
function withOthers(
  object: KubernetesObject,
  present: KubernetesObject,
): KubernetesObject {
  const merged = { ...object };
  for (const list of sharedLists) {
    if (Array.isArray(merged[list])) {
      merged[list] = unionWith(present[list] ?? [], merged[list], isEqual);
    }
  }
  return merged;
}
