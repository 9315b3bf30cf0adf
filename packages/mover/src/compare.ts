/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  CompareConfig,
  MoverOutcome,
} from '@namespace-migration/plugin-migration-common';
import { compareManifests } from './compareManifests';
import { dialUntil } from './dialUntil';
import { linesOf } from './lines';
import { ManifestEntry, manifestOf } from './manifest';
import { MoverError, Output } from './output';
import { MoverKeys } from './readConfig';

/** A part of a path or value that long is enough for a person. */
const TOLD_LIMIT = 1024;

/**
 * Compares the mounted volume with the receiver's, both sides reading at the same time.
 * @throws MoverError when the receiver's manifest does not come whole: half a comparison proves nothing
 */
export async function compare(
  config: CompareConfig,
  keys: MoverKeys,
  output: Output,
): Promise<MoverOutcome> {
  const startedAt = Date.now();
  const options = { mode: config.mode, parallelism: config.parallelism };
  const socket = await dialUntil(
    {
      endpoint: config.endpoint,
      peerName: config.peerName,
      keys,
      hello: {
        op: 'manifest',
        migrationId: config.migrationId,
        fencingToken: config.fencingToken,
        volume: config.volume.name,
        ...options,
      },
    },
    config.deadlineSeconds,
    output,
  );
  let told = 0;
  let progressAt = 0;
  let seen = 0;
  const source = (async function* counted() {
    for await (const entry of manifestOf(config.volume.path, options)) {
      seen += 1;
      if (Date.now() - progressAt > 1000) {
        progressAt = Date.now();
        output.send({
          type: 'progress',
          volume: config.volume.name,
          bytesDone: 0,
          filesDone: seen,
        });
      }
      yield entry;
    }
  })();
  try {
    const counts = await compareManifests(
      source,
      receivedManifest(socket),
      difference => {
        if (told < config.maxDifferences) {
          told += 1;
          output.send({
            type: 'difference',
            volume: config.volume.name,
            path: difference.path.toString('utf8').slice(0, TOLD_LIMIT),
            pathBase64: difference.path.toString('base64'),
            field: difference.field,
            source: difference.source?.slice(0, TOLD_LIMIT),
            destination: difference.destination?.slice(0, TOLD_LIMIT),
          });
        }
      },
    );
    return {
      kind: 'compared',
      volume: config.volume.name,
      mode: config.mode,
      ...counts,
      seconds: (Date.now() - startedAt) / 1000,
    };
  } finally {
    socket.destroy();
  }
}

/** Ends normally only after the receiver's own end mark with the right count. */
async function* receivedManifest(
  socket: AsyncIterable<Buffer>,
): AsyncGenerator<ManifestEntry> {
  let received = 0;
  try {
    for await (const line of linesOf(socket)) {
      const value = JSON.parse(line);
      if (value.end !== undefined) {
        if (value.end !== received) {
          throw new Error(`${received} entries came, ${value.end} were sent`);
        }
        return;
      }
      if (value.failed !== undefined) {
        throw new Error(value.failed);
      }
      received += 1;
      yield value;
    }
    throw new Error('the connection ended before the end mark');
  } catch (error) {
    throw new MoverError(
      'ComparisonBroken',
      `The destination's manifest broke off after ${received} entries: ${
        (error as Error).message
      }`,
    );
  }
}
