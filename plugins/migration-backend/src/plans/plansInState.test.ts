/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan } from '@namespace-migration/plugin-migration-common';
import { PlanFilter } from '../database/DatabasePlanStore';
import { plansInState } from './plansInState';

/** 500 plans, each fifth staged. */
const plans = Array.from({ length: 500 }, (_, index) => ({
  id: `p${index}`,
  state: index % 5 === 0 ? 'Staged' : 'Ready',
})) as Plan[];

const list = async ({ limit, offset }: PlanFilter) => ({
  items: plans.slice(offset, offset + limit),
  totalItems: plans.length,
});

describe('plansInState', () => {
  it('counts all of them and gives the page that was asked for, across pages of the database', async () => {
    const page = await plansInState('Staged', { limit: 3, offset: 39 }, list);
    expect(page.totalItems).toBe(100);
    expect(page.items.map(({ id }) => id)).toEqual(['p195', 'p200', 'p205']);
  });

  it('has nothing behind the last', async () => {
    expect(
      await plansInState('Staged', { limit: 10, offset: 100 }, list),
    ).toEqual({ items: [], totalItems: 100 });
    expect(
      (await plansInState('Failed', { limit: 10, offset: 0 }, list)).totalItems,
    ).toBe(0);
  });
});
