/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlanState,
  PlanType,
} from '@namespace-migration/plugin-migration-common';
import { PlanFilter, PlanSort } from '../database/PlanFilter';

/** The parameters of `GET /plans`, which the router has checked against openapi.yaml. */
export function planQuery(
  query: unknown,
): Omit<PlanFilter, 'state'> & { state?: PlanState } {
  const given = query as Record<string, string | undefined>;
  return {
    namespace: given.namespace,
    entityRef: given.entityRef,
    cluster: given.cluster,
    search: given.search,
    type: given.type as PlanType | undefined,
    state: given.state as PlanState | undefined,
    sort: given.sort as PlanSort | undefined,
    order: given.order as PlanFilter['order'],
    limit: Number(given.limit ?? 100),
    offset: Number(given.offset ?? 0),
  };
}
