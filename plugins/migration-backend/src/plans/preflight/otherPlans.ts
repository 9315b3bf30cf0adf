/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import { OtherPlan } from '@namespace-migration/plugin-migration-node';
import { DatabaseMigrationStore } from '../../database/DatabaseMigrationStore';
import { DatabasePlanStore } from '../../database/DatabasePlanStore';

/** Plans that name one of this plan's namespaces, with what became of them. */
export async function otherPlans(
  plans: DatabasePlanStore,
  migrations: DatabaseMigrationStore,
  id: string,
  input: PlanInput,
): Promise<OtherPlan[]> {
  const found = new Map<string, OtherPlan>();
  const names = new Set(
    input.namespaces.flatMap(mapping => [
      mapping.source,
      mapping.destination ?? mapping.source,
    ]),
  );
  for (const namespace of names) {
    const { items } = await plans.list({ namespace, limit: 100, offset: 0 });
    const histories = await migrations.historiesOf(items.map(plan => plan.id));
    for (const other of items) {
      if (other.id === id || found.has(other.id)) {
        continue;
      }
      const history = histories.get(other.id) ?? [];
      const last = history.find(
        ({ type, state }) =>
          ['cutover', 'rollback'].includes(type) && state === 'Completed',
      );
      found.set(other.id, {
        name: other.input.name,
        source: other.input.source,
        destination: other.input.destination,
        namespaces: other.input.namespaces.map(mapping => ({
          source: mapping.source,
          destination: mapping.destination ?? mapping.source,
        })),
        running: history.find(({ endedAt }) => !endedAt)?.type,
        migratedAt: last?.type === 'cutover' ? last.endedAt : undefined,
      });
    }
  }
  return [...found.values()];
}
