/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
export interface WaitOptions {
  seconds: number;
  /** Time between two attempts; 250 ms when not given. */
  intervalMs?: number;
  /** Called when time is up; what it returns is added to the message, for example the tail of a log. */
  explain?: () => string;
  /** Called before each attempt; a returned text ends the wait at once, for example when the process has died. */
  givenUp?: () => string | undefined;
}

export class DeadlineExceeded extends Error {
  readonly name = 'DeadlineExceeded';
}

export const sleep = (ms: number) =>
  new Promise<void>(resolve => setTimeout(resolve, ms));

/**
 * Repeats `attempt` until it returns something other than `undefined` or `false`. An attempt that throws counts
 * as "not yet"; the last error is part of the message when time is up.
 */
export async function waitUntil<T>(
  what: string,
  attempt: () => Promise<T | undefined | false>,
  options: WaitOptions,
): Promise<T> {
  const end = Date.now() + options.seconds * 1000;
  let last: unknown;
  for (;;) {
    const reason = options.givenUp?.();
    if (reason) {
      throw new DeadlineExceeded(`Gave up waiting for ${what}: ${reason}`);
    }
    try {
      const result = await attempt();
      if (result !== undefined && result !== false) {
        return result as T;
      }
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() >= end) {
      const cause = last ? `; last error: ${(last as Error).message}` : '';
      const detail = options.explain ? `\n${options.explain()}` : '';
      throw new DeadlineExceeded(
        `${what}: not so after ${options.seconds} s${cause}${detail}`,
      );
    }
    await sleep(options.intervalMs ?? 250);
  }
}

/** As `Promise.all`, but ends only when all have: what failed must not be left with the others still at work. */
export async function allOf(work: Array<Promise<unknown>>): Promise<void> {
  const failed = (await Promise.allSettled(work)).find(
    result => result.status === 'rejected',
  );
  if (failed) {
    throw failed.reason;
  }
}
