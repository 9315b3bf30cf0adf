/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ObjectName,
  PlanInput,
} from '@namespace-migration/plugin-migration-common';
import {
  KubernetesObject,
  ResourceType,
} from '@namespace-migration/plugin-migration-node';
import { LeftOut, leftByDefault, neverBrought } from './defaultExclusions';
import { parseLabelSelector } from './labelSelector';

type KindName = Pick<ResourceType, 'group' | 'resource'>;

/** What a plan takes of its namespaces. Pure. */
export interface Selection {
  takesKind(type: KindName): boolean;
  /** Of a kind that is taken: by name and label. */
  takesObject(object: KubernetesObject): boolean;
  /** Left out by the product's own list, not by the plan: whoever owns such objects makes things again. */
  leavesByDefault(type: KindName): boolean;
  /** For the list call; as the plan says it. */
  labelSelector?: string;
  completedJobs: boolean;
}

const setOf = (lists: LeftOut[]) =>
  new Set(lists.flatMap(({ kinds }) => kinds));
const never = setOf(neverBrought);
const byDefault = setOf(leftByDefault);

/** `plural.group`, `plural` for any group, or `*.group` for all of a group. */
export function namesKind(name: string, type: KindName): boolean {
  return (
    name === type.resource ||
    name === nameOfKind(type) ||
    (type.group !== '' && name === `*.${type.group}`)
  );
}

export function nameOfKind({ group, resource }: KindName): string {
  return group ? `${resource}.${group}` : resource;
}

export function selectionOf(
  input: Pick<PlanInput, 'objects' | 'options'>,
): Selection {
  const objects = input.objects ?? {};
  const excludedKinds = input.options?.excludedKinds ?? [];
  const matchesLabels = parseLabelSelector(objects.labelSelector ?? '');
  const among = (names: string[] | undefined, type: KindName) =>
    (names ?? []).some(name => namesKind(name, type));
  const isNamed = (names: ObjectName[] | undefined, object: KubernetesObject) =>
    (names ?? []).some(name => namesObject(name, object));
  return {
    takesKind: type =>
      !never.has(nameOfKind(type)) &&
      !among(excludedKinds, type) &&
      (objects.includedKinds?.length
        ? among(objects.includedKinds, type)
        : !byDefault.has(nameOfKind(type)) || among(objects.alsoKinds, type)),
    takesObject: object =>
      matchesLabels(object.metadata.labels ?? {}) &&
      (!objects.includedObjects?.length ||
        isNamed(objects.includedObjects, object)) &&
      !isNamed(objects.excludedObjects, object),
    leavesByDefault: type =>
      !among(excludedKinds, type) &&
      (never.has(nameOfKind(type)) || byDefault.has(nameOfKind(type))),
    labelSelector: objects.labelSelector || undefined,
    completedJobs: objects.completedJobs ?? false,
  };
}

export function namesObject(
  name: ObjectName,
  { apiVersion, kind, metadata }: KubernetesObject,
): boolean {
  return (
    name.kind === kind &&
    name.name === metadata.name &&
    (name.apiVersion ?? apiVersion) === apiVersion &&
    (name.namespace ?? metadata.namespace) === metadata.namespace
  );
}
