/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  MigrationApi,
  PlanInput,
} from '@namespace-migration/plugin-migration-common';

/**
 * What can be told of a plan without keeping it: both clusters answer, and the source has the namespaces. Reads only.
 * @throws the backend's NotFoundError for a cluster that is not registered
 */
export async function previewPlan(
  api: MigrationApi,
  plan: PlanInput,
): Promise<Condition[]> {
  const conditions: Condition[] = [];
  for (const name of [plan.source, plan.destination]) {
    const { status } = await api.getCluster(name);
    conditions.push(...status.conditions);
  }
  for (const [index, { source }] of plan.namespaces.entries()) {
    const [found] = await api.listNamespaces(plan.source, { name: source });
    if (!found) {
      conditions.push({
        type: 'NamespaceNotFound',
        category: 'Critical',
        field: `namespaces[${index}].source`,
        message: `Namespace ${source} does not exist on cluster ${plan.source}. Correct its name or remove it from the plan.`,
      });
    }
  }
  return conditions;
}
