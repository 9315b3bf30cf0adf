/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Cluster,
  NamespaceMapping,
  Plan,
  PlanInput,
} from '@namespace-migration/plugin-migration-common';
import { planName } from './planName';

/** What the plan dialog's fields hold. */
export interface PlanValues {
  name: string;
  source: string;
  destination: string;
  namespaces: Array<Required<NamespaceMapping>>;
}

/** The fields' paths as the API names them. */
export function planFields(values: PlanValues): string[] {
  return [
    'name',
    'source',
    'destination',
    ...values.namespaces.flatMap((_, index) => [
      `namespaces[${index}].source`,
      `namespaces[${index}].destination`,
    ]),
  ];
}

/** A plan's values, or those of a new one: the first two clusters, the same namespace names. */
export function planValuesOf(options: {
  plan?: Plan;
  clusters: Cluster[];
  entityName: string;
  namespaces: string[];
}): PlanValues {
  const { plan, clusters, entityName } = options;
  if (plan) {
    return {
      name: plan.name,
      source: plan.source,
      destination: plan.destination,
      namespaces: plan.namespaces.map(({ source, destination }) => ({
        source,
        destination: destination ?? source,
      })),
    };
  }
  // the registry is sorted by name, and "source" moving to "destination" is what its user means
  const first = clusters.find(({ name }) => name === 'source') ?? clusters[0];
  const second = clusters.find(({ name }) => name !== first?.name) ?? first;
  const destination = second?.name ?? '';
  return {
    name: planName(entityName, destination),
    source: first?.name ?? '',
    destination,
    namespaces: options.namespaces.map(source => ({
      source,
      destination: source,
    })),
  };
}

/** The request; what the dialog has no field for stays as the plan had it. */
export function planInputOf(
  values: PlanValues,
  entityRef: string,
  plan?: Plan,
): PlanInput {
  return {
    ...(plan && {
      type: plan.type,
      description: plan.description,
      repository: plan.repository,
      volumes: plan.selections,
      existing: plan.existing,
      objects: plan.objects,
      transforms: plan.transforms,
      hooks: plan.hooks,
      options: plan.options,
    }),
    entityRef: plan ? plan.entityRef : entityRef,
    ...values,
  };
}
