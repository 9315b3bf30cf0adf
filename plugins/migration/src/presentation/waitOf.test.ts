/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MigrationPhase } from '@namespace-migration/plugin-migration-common';
import { waitOf } from './waitOf';

const now = Date.parse('2026-11-23T17:00:00.000Z');
const phase: MigrationPhase = {
  phase: 'WaitForWriters',
  step: 'Quiesce',
  itinerary: 'cutover',
  state: 'waiting',
  attempts: 1,
  waitingFor: 'pod shop/web-0 to be gone',
};

describe('waitOf', () => {
  it('tells what is waited for, and for how long at most', () => {
    expect(
      waitOf({ ...phase, deadline: '2026-11-23T17:01:30.000Z' }, now),
    ).toEqual({ what: 'pod shop/web-0 to be gone', atMostSeconds: 90 });
  });

  it.each(['2026-11-23T16:59:00.000Z', '2026-11-24T17:00:00.000Z', undefined])(
    'says nothing of a deadline of %s',
    deadline => {
      expect(waitOf({ ...phase, deadline }, now)).toEqual({
        what: 'pod shop/web-0 to be gone',
        atMostSeconds: undefined,
      });
    },
  );

  it('waits for nothing when it has ended', () => {
    expect(
      waitOf({ ...phase, endedAt: '2026-11-23T16:59:00.000Z' }, now),
    ).toBeUndefined();
  });
});
