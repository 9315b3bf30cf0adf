/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { asDeveloper } from './portal/asDeveloper';
import { asPlatformEngineer } from './portal/asPlatformEngineer';
import { PortalBed } from './portal/PortalBed';
import { type Visitor } from './portal/Visitor';

const namespace = 'shop-legacy';
const moved = 'shop-legacy-moved';

describe('the portal on the older frontend system, by keyboard alone', () => {
  let bed: PortalBed;
  let visitor: Visitor;

  beforeAll(async () => {
    bed = await PortalBed.start('app-legacy', namespace);
    visitor = await bed.arrive('keyboard', 'dark');
  });
  afterAll(async () => {
    await visitor?.leave();
    await bed?.close(moved);
  });

  it('takes a platform engineer from an empty portal to a migration and back', async () => {
    expect(
      await asPlatformEngineer(visitor, bed, {
        plan: 'orders-legacy',
        namespace,
        destination: moved,
      }),
    ).toEqual([]);
  });

  it('lets a developer do it from the entity page', async () => {
    expect(
      await asDeveloper(visitor, bed, {
        entity: 'orders-legacy',
        namespace,
        destination: moved,
      }),
    ).toEqual([]);
  });

  it('had nothing to complain about in the browser', () => {
    expect(visitor.complaints).toEqual([]);
  });
});
