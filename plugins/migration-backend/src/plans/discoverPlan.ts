/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  Discovery,
  PlanInput,
} from '@namespace-migration/plugin-migration-common';
import { PlanService } from './PlanService';
import { validateInput } from './validateInput';

/**
 * What a plan of this input would find, as of now and without keeping anything.
 * @throws InputError for a cluster that is not registered
 */
export async function discoverPlan(
  plans: Pick<PlanService, 'find'>,
  input: PlanInput,
  planId: string = '',
): Promise<Discovery> {
  const illegal = validateInput(input);
  const legal = withoutIllegal(input, illegal);
  if (!legal) {
    return { volumes: [], conditions: illegal, checks: [] };
  }
  const found = await plans.find(planId, legal);
  return {
    volumes: found.volumes,
    ...(found.images && { plannedImages: found.images }),
    // an index counts what was asked about, not what was looked at
    conditions: [
      ...illegal,
      ...(legal === input
        ? found.conditions
        : found.conditions.map(({ field: _, ...condition }) => condition)),
    ],
    checks: found.checks ?? [],
  };
}

const element = /^(namespaces|volumes)\[(\d+)\]/;

/** The part that can be looked at; undefined when there is none. */
export function withoutIllegal(
  input: PlanInput,
  illegal: Condition[],
): PlanInput | undefined {
  const dropped = { namespaces: new Set<number>(), volumes: new Set<number>() };
  for (const { field = '' } of illegal) {
    const [, list, index] = element.exec(field) ?? [];
    if (list) {
      dropped[list as 'namespaces' | 'volumes'].add(Number(index));
    } else if (field !== 'volumes') {
      // that none is chosen yet is no reason not to show them
      return undefined;
    }
  }
  if (dropped.namespaces.size + dropped.volumes.size === 0) {
    return input;
  }
  const namespaces = input.namespaces.filter(
    (_, index) => !dropped.namespaces.has(index),
  );
  return namespaces.length === 0
    ? undefined
    : {
        ...input,
        namespaces,
        volumes: input.volumes?.filter(
          (_, index) => !dropped.volumes.has(index),
        ),
      };
}
