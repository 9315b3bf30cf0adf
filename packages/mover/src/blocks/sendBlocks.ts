/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  MoverOutcome,
  SendConfig,
} from '@namespace-migration/plugin-migration-common';
import { Attempts } from '../Attempts';
import { MoverError, Output } from '../output';
import { MoverKeys } from '../readConfig';
import { chunkFrame, sendFrame } from './frames';
import { walkBlocks } from './walkBlocks';

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
  let furthest = 0;
  let bytesSent = 0;
  const attempts = new Attempts({
    deadlineSeconds: config.deadlineSeconds,
    volume: config.volume.name,
    output,
    signal,
  });
  for (;;) {
    try {
      const bytesTotal = await walkBlocks({
        ...options,
        write: true,
        onDifferent: async (socket, index, chunk) => {
          signal.throwIfAborted();
          await sendFrame(socket, 'chunk', ...chunkFrame(index, chunk));
          bytesSent += chunk.length;
          if (limit > 0) {
            const due = startedAt + (bytesSent / limit) * 1000;
            await sleep(Math.max(0, due - Date.now()), undefined, { signal });
          }
        },
        onSeen: bytesDone => {
          if (bytesDone > furthest) {
            furthest = bytesDone;
            attempts.carried();
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
        attempts: attempts.count,
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
      await attempts.again(error);
    }
  }
}
