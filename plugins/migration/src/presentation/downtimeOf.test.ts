/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { exampleMigration } from '../testing/examples';
import { downtimeOf } from './downtimeOf';

const at = (second: number) =>
  new Date(Date.UTC(2026, 10, 23, 17, 0, second)).toISOString();
const stopped = exampleMigration({
  type: 'cutover',
  phases: [
    {
      phase: 'QuiesceSource',
      step: 'Quiesce',
      itinerary: 'cutover',
      state: 'completed',
      attempts: 1,
      startedAt: at(10),
      endedAt: at(12),
    },
  ],
});

describe('downtimeOf', () => {
  it('has not begun before the source is stopped', () => {
    expect(downtimeOf(exampleMigration({ type: 'cutover' }), 0)).toEqual({
      running: false,
    });
  });

  it('runs from the begin of stopping', () => {
    expect(downtimeOf(stopped, Date.parse(at(25)))).toEqual({
      seconds: 15,
      running: true,
    });
  });

  it('ends with health, not with the migration', () => {
    const ended = {
      ...stopped,
      cutover: { healthyAt: at(40) },
      endedAt: at(55),
    };
    expect(downtimeOf(ended, Date.parse(at(59)))).toEqual({
      seconds: 30,
      running: false,
    });
  });
});
