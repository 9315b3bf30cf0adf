/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  PlanInput,
} from '@namespace-migration/plugin-migration-common';
import { discoverPlan } from './discoverPlan';

const plan: PlanInput = {
  name: 'plan',
  source: 'east',
  destination: 'west',
  namespaces: [{ source: 'shop' }, { source: 'Shop' }],
  volumes: [
    { namespace: 'shop', claim: 'data', size: 'big' },
    { namespace: 'shop', claim: 'logs' },
  ],
};

describe('discoverPlan', () => {
  const asked: Array<[string, PlanInput]> = [];
  const warning: Condition = {
    type: 'X',
    category: 'Warn',
    field: 'volumes[0].claim',
    message: 'x',
  };
  const plans = {
    find: async (id: string, input: PlanInput) => {
      asked.push([id, input]);
      return { volumes: [], conditions: [warning] };
    },
  };
  beforeEach(() => {
    asked.length = 0;
  });

  it('leaves out what is illegal and looks at the rest', async () => {
    const found = await discoverPlan(plans, plan, 'p1');
    expect(asked).toEqual([
      [
        'p1',
        {
          ...plan,
          namespaces: [{ source: 'shop' }],
          volumes: [{ namespace: 'shop', claim: 'logs' }],
        },
      ],
    ]);
    expect(found.conditions.map(({ type, field }) => [type, field])).toEqual([
      ['InvalidPlan', 'namespaces[1].source'],
      ['InvalidPlan', 'namespaces[1].destination'],
      ['InvalidPlan', 'volumes[0].size'],
      // its index would be another one's
      ['X', undefined],
    ]);
  });

  it('shows the claims of a state migration before one is chosen', async () => {
    const input: PlanInput = {
      ...plan,
      type: 'state',
      namespaces: [{ source: 'shop' }],
      volumes: [],
    };
    const found = await discoverPlan(plans, input);
    expect(asked).toEqual([['', input]]);
    expect(found.conditions.map(({ field }) => field)).toEqual([
      'volumes',
      'volumes[0].claim',
    ]);
  });

  it('asks no cluster when nothing is legal', async () => {
    const found = await discoverPlan(plans, {
      ...plan,
      namespaces: [{ source: 'kube-system' }],
      volumes: [],
    });
    expect(asked).toEqual([]);
    expect(found).toMatchObject({ volumes: [], checks: [] });
    expect(found.conditions).toHaveLength(1);
  });
});
