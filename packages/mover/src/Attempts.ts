/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { MoverError, Output } from './output';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** Even a connection that carries something each time is not worth more. */
const MOST_ATTEMPTS = 200;

/** How often a pass is begun again over connections that break, and when that is given up. */
export class Attempts {
  /** Counted from 1. */
  count = 1;
  private carriedAt = Date.now();
  private pause = FIRST_PAUSE_MS;

  constructor(
    private readonly options: {
      /** Without anything carried for so long, it is given up. */
      deadlineSeconds: number;
      volume: string;
      output: Output;
      signal: AbortSignal;
    },
  ) {}

  /** Something new has arrived on the other side. */
  carried(): void {
    this.carriedAt = Date.now();
    this.pause = FIRST_PAUSE_MS;
  }

  /**
   * Waits before the next attempt.
   * @throws MoverError the failure, when there is to be no other
   */
  async again(failure: MoverError): Promise<void> {
    const { deadlineSeconds, volume, output, signal } = this.options;
    if (
      this.count >= MOST_ATTEMPTS ||
      Date.now() + this.pause > this.carriedAt + deadlineSeconds * 1000
    ) {
      throw new MoverError(
        failure.reason,
        `${failure.message} Given up after ${this.count} attempts, the last ${deadlineSeconds} s without a byte carried.`,
      );
    }
    output.log(
      'warning',
      `Attempt ${this.count} over volume ${volume} broke off and goes on in ${this.pause} ms: ${failure.message}`,
    );
    await sleep(this.pause, undefined, { signal });
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
    this.count += 1;
  }
}
