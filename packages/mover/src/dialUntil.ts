/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { TLSSocket } from 'node:tls';
import { dial, DialOptions, isPermanent } from './dial';
import { Output } from './output';

/** Dials until the deadline, with growing pauses, unless the refusal is one that time does not mend. */
export async function dialUntil(
  options: DialOptions,
  deadlineSeconds: number,
  output: Output,
): Promise<TLSSocket> {
  const deadline = Date.now() + deadlineSeconds * 1000;
  for (let pause = 500; ; pause = Math.min(pause * 2, 15_000)) {
    try {
      return await dial(options);
    } catch (error) {
      if (isPermanent(error) || Date.now() + pause > deadline) {
        throw error;
      }
      output.log(
        'warning',
        `${(error as Error).message}; again in ${pause} ms`,
      );
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }
}
