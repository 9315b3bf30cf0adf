/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageJob,
  MoverOutcome,
} from '@namespace-migration/plugin-migration-common';
import { MoverError, Output } from '../output';

/** One image's failure is told, and the others go on. */
export async function tellFailure<T>(
  output: Output,
  image: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof MoverError)) {
      throw error;
    }
    const { reason, message } = error.failure;
    output.send({ type: 'image', image, event: 'failed', reason, message });
    return undefined;
  }
}

/** Several at once, and the sum of what became of them. */
export async function eachImage(
  { images, parallelism }: { images: ImageJob[]; parallelism: number },
  output: Output,
  signal: AbortSignal,
  work: (job: ImageJob) => Promise<void>,
): Promise<MoverOutcome> {
  const startedAt = Date.now();
  const waiting = [...images];
  let done = 0;
  const worker = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      signal.throwIfAborted();
      const { image } = job;
      const current = job;
      const ended = await tellFailure(output, image, async () => {
        await work(current);
        return true;
      });
      done += ended ? 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: parallelism }, worker));
  return {
    kind: 'images',
    done,
    failed: images.length - done,
    bytes: 0,
    seconds: (Date.now() - startedAt) / 1000,
  };
}
