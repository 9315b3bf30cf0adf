/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlanState,
  PlanType,
} from '@namespace-migration/plugin-migration-common';
import { english } from '../testing/english';
import { phaseName } from './phaseName';
import { planStatus } from './planStatus';
import { sideStatus } from './sideStatus';

const states: PlanState[] = [
  'NotReady',
  'Ready',
  'Staging',
  'Staged',
  'CuttingOver',
  'Migrated',
  'RollingBack',
  'RolledBack',
  'Canceling',
  'Failed',
];
const types: PlanType[] = ['full', 'state', 'storageConversion'];
const lives = ['source', 'destination', 'none'] as const;
const all = types.flatMap(type =>
  states.flatMap(state =>
    lives.map(live => ({
      type,
      state,
      live,
      source: 'east',
      destination: 'west',
    })),
  ),
);

describe('texts of a plan', () => {
  it.each(all)('$type, $state, live on $live is told in words', plan => {
    const { label, next } = planStatus(plan, english);
    const sides = (['source', 'destination'] as const).map(
      side => sideStatus(plan, side, english).label,
    );
    for (const text of [label, next, ...sides]) {
      // neither a key without a message nor a variable without a value
      expect(text).toMatch(/^[A-Z][^{}]*$/);
      expect(text).not.toMatch(/\w\.\w/);
    }
  });

  it('says where the application is after a failure', () => {
    const failed = { ...all[0], state: 'Failed' as const };
    expect(planStatus({ ...failed, live: 'none' }, english).next).toBe(
      'The migration failed and the application runs nowhere. Do what the conditions say now.',
    );
  });

  it('reads a phase that it does not know as its own name', () => {
    expect(phaseName('BulkVolumePass', english)).toBe('Bulk volume pass');
    expect(phaseName('ShineShoes', english)).toBe('Shine shoes');
    expect(phaseName('constructor', english)).toBe('Constructor');
  });
});
