/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { TLSSocket } from 'node:tls';
import {
  CompareConfig,
  MoverOutcome,
} from '@namespace-migration/plugin-migration-common';
import { compareManifests } from './compareManifests';
import { greetingOf } from './dial';
import { dialUntil } from './dialUntil';
import { linesOf } from './lines';
import { ManifestEntry, manifestOf } from './manifest';
import { ManifestLine } from './serveManifest';
import { MoverError, Output } from './output';
import { Recalled } from './proven/Recalled';
import { MoverKeys } from './readConfig';

/** A part of a path or value that long is enough for a person. */
const TOLD_LIMIT = 1024;
const PROGRESS_EVERY_MS = 1_000;
/** The receiver tells every ten seconds that it is alive. */
const SILENCE_LIMIT_MS = 120_000;

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
  const { mode, samplePercent, parallelism } = config;
  const options = { mode, samplePercent, parallelism };
  const socket = await dialUntil(
    {
      endpoint: config.endpoint,
      peerName: config.peerName,
      keys,
      hello: {
        op: 'manifest',
        ...greetingOf(config),
        volume: config.volume.name,
        ...options,
        recall: config.recall,
      },
    },
    config.deadlineSeconds,
    output,
  );
  const recalling = config.recall
    ? await recall(config, keys, output)
    : undefined;
  let told = 0;
  let filesDone = 0;
  let bytesDone = 0;
  const reporting = setInterval(() => {
    output.send({
      type: 'progress',
      volume: config.volume.name,
      bytesDone,
      filesDone,
      bytesPerSecond: bytesDone / ((Date.now() - startedAt) / 1000),
    });
    // The receiver drops a sender that it has not heard for long.
    socket.write('\n');
    if (recalling?.socket.writable) {
      recalling.socket.write('\n');
    }
  }, PROGRESS_EVERY_MS);
  const source = (async function* counted() {
    const onHashed = (bytes: number) => {
      bytesDone += bytes;
    };
    for await (const entry of manifestOf(config.volume.path, {
      ...options,
      onHashed,
      recalled: recalling?.recalled,
    })) {
      filesDone += 1;
      yield entry;
    }
  })();
  try {
    const { notReadAgain, ...counts } = await compareManifests(
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
      config.notCompared,
    );
    return {
      kind: 'compared',
      volume: config.volume.name,
      mode: config.mode,
      ...counts,
      ...(config.notCompared?.length && { notCompared: config.notCompared }),
      ...(notReadAgain.files > 0 && { notReadAgain }),
      seconds: (Date.now() - startedAt) / 1000,
    };
  } finally {
    clearInterval(reporting);
    socket.destroy();
    recalling?.socket.destroy();
  }
}

/** What the receiver remembers of an earlier comparison, for this side. */
async function recall(config: CompareConfig, keys: MoverKeys, output: Output) {
  const socket = await dialUntil(
    {
      endpoint: config.endpoint,
      peerName: config.peerName,
      keys,
      hello: {
        op: 'recall',
        ...greetingOf(config),
        volume: config.volume.name,
      },
    },
    config.deadlineSeconds,
    output,
  );
  const recalled = new Recalled(linesOf(socket), 'source', error =>
    output.log(
      'warning',
      `What was proven before broke off (${error.message}); the rest is read again`,
    ),
  );
  return { socket, recalled };
}

/**
 * Ends normally only after the receiver's own end mark with the right count.
 * @throws MoverError ComparisonBroken; also when the receiver is silent although it is being listened to
 */
export async function* receivedManifest(
  socket: TLSSocket,
): AsyncGenerator<ManifestEntry> {
  let received = 0;
  let listeningSince: number | undefined;
  const watching = setInterval(() => {
    if (listeningSince && Date.now() - listeningSince > SILENCE_LIMIT_MS) {
      socket.destroy(
        new Error(`the receiver said nothing for ${SILENCE_LIMIT_MS / 1000} s`),
      );
    }
  }, 1000);
  try {
    const lines = linesOf(socket);
    for (;;) {
      listeningSince = Date.now();
      const { done, value: line } = await lines.next();
      listeningSince = undefined;
      if (done) {
        throw new Error('the connection ended before the end mark');
      }
      const value: ManifestLine = JSON.parse(line);
      if ('end' in value) {
        if (value.end !== received) {
          throw new Error(`${received} entries came, ${value.end} were sent`);
        }
        return;
      }
      if ('failed' in value) {
        throw new Error(value.failed);
      }
      if ('p' in value) {
        received += 1;
        yield value;
      }
    }
  } catch (error) {
    throw new MoverError(
      'ComparisonBroken',
      `The destination's manifest broke off after ${received} entries: ${
        (error as Error).message
      }`,
    );
  } finally {
    clearInterval(watching);
  }
}
