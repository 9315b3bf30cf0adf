/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
export const pause = (ms: number) =>
  new Promise<void>(resolve => setTimeout(resolve, ms));

/** Repeats `check` until it gives something. @throws naming `what` and the last obstacle when time is up */
export async function waitUntil<T>(
  what: string,
  check: () => Promise<T | undefined | false>,
  options: { seconds: number; signal?: AbortSignal },
): Promise<T> {
  const end = Date.now() + options.seconds * 1000;
  for (;;) {
    options.signal?.throwIfAborted();
    let obstacle = '';
    try {
      const found = await check();
      if (found !== undefined && found !== false) {
        return found;
      }
    } catch (error) {
      if (error instanceof GivenUp) {
        throw error;
      }
      obstacle = `: ${(error as Error).message}`;
    }
    if (Date.now() > end) {
      throw new Error(`${what}: not so after ${options.seconds} s${obstacle}`);
    }
    await pause(250);
  }
}

/** Ends a wait at once: waiting longer changes nothing. */
export class GivenUp extends Error {}
