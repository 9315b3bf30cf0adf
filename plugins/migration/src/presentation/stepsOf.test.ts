/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MigrationPhase } from '@namespace-migration/plugin-migration-common';
import { stepsOf } from './stepsOf';

const phase = (
  step: MigrationPhase['step'],
  state: MigrationPhase['state'],
  itinerary: MigrationPhase['itinerary'] = 'cutover',
): MigrationPhase => ({ phase: step, step, state, itinerary, attempts: 1 });

describe('stepsOf', () => {
  it('joins neighbours of one step and itinerary, and no others', () => {
    const steps = stepsOf([
      phase('Verify', 'completed'),
      phase('Cleanup', 'completed'),
      phase('Verify', 'failed'),
      phase('Cleanup', 'skipped'),
      phase('Cleanup', 'completed', 'failed'),
    ]);
    expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'Verify completed',
      'Cleanup completed',
      'Verify failed',
      'Cleanup skipped',
      'Cleanup completed',
    ]);
  });

  it.each([
    [['completed', 'pending'], 'running'],
    [['waiting', 'pending'], 'running'],
    [['pending', 'pending'], 'pending'],
    [['completed', 'skipped'], 'skipped'],
    [['skipped', 'completed'], 'completed'],
    [['completed', 'failed'], 'failed'],
  ] as const)('phases %j make a step %s', (states, expected) => {
    const [step] = stepsOf(states.map(state => phase('Copy', state)));
    expect(step.state).toBe(expected);
  });
});
