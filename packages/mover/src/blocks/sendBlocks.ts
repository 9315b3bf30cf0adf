/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  MoverOutcome,
  SendConfig,
} from '@namespace-migration/plugin-migration-common';
import { MoverError, Output } from '../output';
import { MoverKeys } from '../readConfig';
import { chunkFrame, sendFrame } from './frames';
import { walkBlocks } from './walkBlocks';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/**
 * One pass over a volume of blocks. Only chunks that differ are sent, so a later pass sends what was written since,
 * an empty stretch costs its hashes, and a pass that broke off goes on where it was.
 * @throws MoverError
 */
export async function sendBlocks(options: {
  config: SendConfig;
  keys: MoverKeys;
  output: Output;
  signal: AbortSignal;
}): Promise<MoverOutcome> {
  const { config, output, signal } = options;
  const startedAt = Date.now();
  const limit = (config.bandwidthLimitKiB ?? 0) * 1024;
  let carriedAt = startedAt;
  let furthest = 0;
  let bytesSent = 0;
  let pause = FIRST_PAUSE_MS;
  for (let attempts = 1; ; attempts += 1) {
    try {
      const bytesTotal = await walkBlocks({
        ...options,
        write: true,
        onDifferent: async (socket, index, chunk) => {
          signal.throwIfAborted();
          await sendFrame(socket, 'chunk', ...chunkFrame(index, chunk));
          bytesSent += chunk.length;
          carriedAt = Date.now();
          if (limit > 0) {
            const due = startedAt + (bytesSent / limit) * 1000;
            await sleep(Math.max(0, due - Date.now()), undefined, { signal });
          }
        },
        onSeen: bytesDone => {
          if (bytesDone > furthest) {
            furthest = bytesDone;
            carriedAt = Date.now();
          }
        },
      });
      return {
        kind: 'pass',
        volume: config.volume.name,
        pass: config.pass,
        files: 0,
        bytesTotal,
        bytesSent,
        vanished: 0,
        attempts,
        seconds: (Date.now() - startedAt) / 1000,
      };
    } catch (error) {
      signal.throwIfAborted();
      if (
        !(error instanceof MoverError) ||
        error.reason !== 'ConnectionBroken'
      ) {
        throw error;
      }
      if (Date.now() + pause > carriedAt + config.deadlineSeconds * 1000) {
        throw new MoverError(
          error.reason,
          `${error.message}. Given up after ${attempts} attempts, the last ${config.deadlineSeconds} s without a byte carried.`,
        );
      }
      output.log('warning', `${error.message}; it goes on in ${pause} ms`);
      await sleep(pause, undefined, { signal });
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }
}
