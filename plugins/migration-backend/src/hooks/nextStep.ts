/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { HookInput } from '@namespace-migration/plugin-migration-common';
import { StoredHookRun } from '../database/DatabaseHookRuns';
import { deadlineOf, DEFAULT_RETRIES } from './HookCall';

const PAUSE_MS = 2_000;
const PAUSE_MAX_MS = 60_000;

export type NextStep =
  | { do: 'begin'; attempt: number }
  | { do: 'watch'; run: StoredHookRun; deadline: number }
  | { do: 'pause' }
  | { do: 'end'; run: StoredHookRun };

/**
 * What is to be done with a hook, of whose attempts these are all there are, in order. An attempt whose outcome is
 * recorded is never run again.
 */
export function nextStep(
  runs: StoredHookRun[],
  hook: HookInput,
  now: number,
): NextStep {
  const last = runs.at(-1);
  if (!last) {
    return { do: 'begin', attempt: 1 };
  }
  const deadline = deadlineOf(hook, runs[0].startedAt);
  if (last.state === 'starting' || last.state === 'running') {
    return { do: 'watch', run: last, deadline };
  }
  const resumes = resumesAt(last);
  if (
    last.state === 'succeeded' ||
    last.attempt > (hook.retries ?? DEFAULT_RETRIES) ||
    isRefusal(last) ||
    resumes >= deadline
  ) {
    return { do: 'end', run: last };
  }
  return now < resumes
    ? { do: 'pause' }
    : { do: 'begin', attempt: last.attempt + 1 };
}

function resumesAt({ attempt, endedAt, startedAt }: StoredHookRun): number {
  return (
    Date.parse(endedAt ?? startedAt) +
    Math.min(PAUSE_MS * 2 ** (attempt - 1), PAUSE_MAX_MS)
  );
}

/** An answer that will be the same the next time. */
function isRefusal({ status }: StoredHookRun): boolean {
  return status !== undefined && status < 500 && status !== 429;
}
