/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ItineraryName,
  MigrationPhase,
  MigrationStep,
} from '@namespace-migration/plugin-migration-common';

export type StepState =
  | 'pending'
  | 'running'
  | 'completed'
  | 'failed'
  | 'skipped';

export interface ItineraryStep {
  step: MigrationStep;
  itinerary: ItineraryName;
  state: StepState;
  phases: MigrationPhase[];
}

/** Phases that follow each other in one step of one itinerary make a step of the bar. */
export function stepsOf(phases: MigrationPhase[]): ItineraryStep[] {
  const steps: ItineraryStep[] = [];
  for (const phase of phases) {
    const last = steps[steps.length - 1];
    if (last?.step === phase.step && last.itinerary === phase.itinerary) {
      last.phases.push(phase);
    } else {
      steps.push({
        step: phase.step,
        itinerary: phase.itinerary,
        state: 'pending',
        phases: [phase],
      });
    }
  }
  return steps.map(step => ({ ...step, state: stateOf(step.phases) }));
}

function stateOf(phases: MigrationPhase[]): StepState {
  const all = (...states: Array<MigrationPhase['state']>) =>
    phases.every(({ state }) => states.includes(state));
  if (phases.some(({ state }) => state === 'failed')) {
    return 'failed';
  }
  if (all('skipped')) {
    return 'skipped';
  }
  if (all('completed', 'skipped')) {
    // what was left undone after its first phases did not complete
    return phases[phases.length - 1].state === 'completed'
      ? 'completed'
      : 'skipped';
  }
  return all('pending') ? 'pending' : 'running';
}
