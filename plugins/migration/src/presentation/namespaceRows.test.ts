/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { examplePlan } from '../testing/examples';
import { namespaceRows } from './namespaceRows';

describe('namespaceRows', () => {
  it('has a row for each namespace, plans or not', () => {
    expect(namespaceRows(['shop', 'stock'], [])).toEqual([
      { namespace: 'shop', plans: {} },
      { namespace: 'stock', plans: {} },
    ]);
  });

  it('puts the copy below its namespace under the name it has there, and says which one is live', () => {
    const rows = namespaceRows(
      ['shop', 'stock'],
      [examplePlan({ live: 'destination' })],
    );
    expect(rows.map(({ namespace }) => namespace)).toEqual([
      'shop',
      'shop-moved',
      'stock',
    ]);
    expect(rows[0].plans).toMatchObject({
      east: { side: 'source', live: false },
    });
    expect(rows[1].plans).toMatchObject({
      west: { side: 'destination', live: true },
    });
  });

  it('keeps to the newest plan of a place, and leaves out what is not the entity’s', () => {
    const newer = examplePlan({
      id: 'p2',
      destination: 'north',
      namespaces: [{ source: 'shop' }, { source: 'other' }],
    });
    const older = examplePlan({ id: 'p1', namespaces: [{ source: 'shop' }] });
    const [shop, ...rest] = namespaceRows(['shop'], [newer, older]);
    expect(rest).toEqual([]);
    expect(shop.plans.east.plan.id).toBe('p2');
    expect(shop.plans.north.plan.id).toBe('p2');
    expect(shop.plans.west.plan.id).toBe('p1');
  });
});
