/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Condition } from '@namespace-migration/plugin-migration-common';

/** How one call of a step ended. `for` names the object that is waited for; conditions name object, cause and cure. */
export type StepResult =
  | { state: 'done' }
  | { state: 'waiting'; for: string }
  | { state: 'failed'; conditions: Condition[] };

export const done: StepResult = { state: 'done' };
export const waiting = (what: string): StepResult => ({
  state: 'waiting',
  for: what,
});
export const failed = (...conditions: Condition[]): StepResult => ({
  state: 'failed',
  conditions,
});
