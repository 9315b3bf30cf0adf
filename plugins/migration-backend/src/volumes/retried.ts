/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MoverState } from './runMover';

const ATTEMPTS = 5;
/** Ends that say nothing about the data: the pod was killed, evicted or cut off, and another one goes on. */
const retriable = new Set([
  'MoverDied',
  'Terminated',
  'ConnectionBroken',
  'EndpointUnreachable',
  'ComparisonBroken',
  'RepositoryIncomplete',
]);

/**
 * The state of the last attempt that there is. Attempts are pods with a number in their name, so that they are found
 * again after a crash of ours; a further one is made only after the one before has ended in a way that may be retried.
 */
export async function retried(
  run: (attempt: number) => Promise<MoverState>,
): Promise<MoverState> {
  for (let attempt = 1; ; attempt += 1) {
    const state = await run(attempt);
    if (
      state.state !== 'failed' ||
      !retriable.has(state.failure.reason) ||
      attempt === ATTEMPTS
    ) {
      return state;
    }
  }
}
