/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlanState,
  PlanType,
} from '@namespace-migration/plugin-migration-common';
import { PlanSort } from '../database/PlanFilter';
import { PlanDetail } from '../plans/PlanViews';
import { PlanList } from '../plans/PlanService';

/** The parameters of `GET /plans`, which the router has checked against openapi.yaml. */
export function planQuery(query: unknown): PlanList {
  const given = query as Record<string, string | undefined>;
  const { relatedEntityRef, relatedNamespaces } = given;
  return {
    namespace: given.namespace,
    entityRef: given.entityRef,
    related:
      relatedEntityRef || relatedNamespaces
        ? {
            entityRef: relatedEntityRef,
            namespaces: relatedNamespaces?.split(',') ?? [],
          }
        : undefined,
    createdBy: given.createdBy,
    cluster: given.cluster,
    search: given.search,
    type: given.type as PlanType | undefined,
    state: given.state as PlanState | undefined,
    sort: given.sort as PlanSort | undefined,
    order: given.order as PlanList['order'],
    limit: Number(given.limit ?? 100),
    offset: Number(given.offset ?? 0),
    detail: given.detail as PlanDetail | undefined,
  };
}
