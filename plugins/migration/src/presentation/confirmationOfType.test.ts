/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan } from '@namespace-migration/plugin-migration-common';
import { english } from '../testing/english';
import { confirmationOf } from './confirmations';
import { planStatus } from './planStatus';

const plan = (type: Plan['type']) =>
  ({
    type,
    name: 'plan',
    source: 'old',
    destination: 'new',
    namespaces: [{ source: 'shop' }],
    volumes: [{ action: 'copy' }, { action: 'skip' }],
    state: 'Migrated',
    live: 'destination',
  } as unknown as Plan);

describe('plans that bring no objects', () => {
  it('are confirmed in words that are true of them', () => {
    const conversion = confirmationOf(
      'cutover',
      plan('storageConversion'),
      english,
    );
    expect(conversion.title).toBe('Convert one volume on old?');
    expect(conversion.happens.join(' ')).not.toContain('new is started');
    const state = confirmationOf('cutover', plan('state'), english);
    expect(state.title).toBe('Bring one volume to new?');
    expect(state.happens).toContain(
      'Nothing is started on new: the plan brings the volumes only.',
    );
    expect(confirmationOf('cutover', plan('full'), english).title).not.toBe(
      state.title,
    );
  });

  it('say what to know of them afterwards', () => {
    expect(planStatus(plan('storageConversion'), english).next).toContain(
      'runs on its new volumes',
    );
    expect(planStatus(plan('state'), english).next).toContain(
      'The application on old stays stopped',
    );
  });
});
