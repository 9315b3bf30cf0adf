/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan } from '@namespace-migration/plugin-migration-common';
import { PlanFilter } from '../database/DatabasePlanStore';

const pageSize = 200;

/**
 * A page of the plans in a state. States are derived and not stored, so that every plan is looked at, a few hundred at
 * a time: right for any page, and slow where thousands of plans are left by the other filters.
 */
export async function plansInState(
  state: string,
  filter: PlanFilter,
  list: (filter: PlanFilter) => Promise<{ items: Plan[]; totalItems: number }>,
): Promise<{ items: Plan[]; totalItems: number }> {
  const items: Plan[] = [];
  let found = 0;
  let offset = 0;
  for (;;) {
    const page = await list({
      ...filter,
      ...{ state: undefined },
      limit: pageSize,
      offset,
    });
    for (const plan of page.items.filter(item => item.state === state)) {
      if (found >= filter.offset && items.length < filter.limit) {
        items.push(plan);
      }
      found += 1;
    }
    offset += page.items.length;
    if (page.items.length === 0 || offset >= page.totalItems) {
      return { items, totalItems: found };
    }
  }
}
