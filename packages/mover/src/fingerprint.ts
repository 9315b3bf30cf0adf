/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  FingerprintConfig,
  MoverOutcome,
} from '@namespace-migration/plugin-migration-common';
import { manifestOf } from './manifest';
import { Output } from './output';

const PROGRESS_EVERY_MS = 1_000;

/**
 * One digest over the metadata of every path, or over a device's content. The same volume has the same one wherever it
 * is mounted; a volume that was written to in between has another.
 */
export async function fingerprint(
  { volume }: FingerprintConfig,
  output: Output,
): Promise<MoverOutcome> {
  const startedAt = Date.now();
  const digest = createHash('sha256');
  let files = 0;
  let directories = 0;
  let bytes = 0;
  const reporting = setInterval(() => {
    output.send({
      type: 'progress',
      volume: volume.name,
      bytesDone: bytes,
      filesDone: files,
    });
  }, PROGRESS_EVERY_MS);
  try {
    if (volume.mode === 'Block') {
      for await (const chunk of createReadStream(volume.path, {
        highWaterMark: 1 << 20,
      })) {
        bytes += chunk.length;
        digest.update(chunk);
      }
    } else {
      for await (const entry of manifestOf(volume.path, {
        mode: 'metadata',
        parallelism: 1,
      })) {
        digest.update(`${JSON.stringify(entry)}\n`);
        if (entry.t === 'd') {
          directories += 1;
        } else {
          files += 1;
        }
        bytes += entry.s ?? 0;
      }
    }
  } finally {
    clearInterval(reporting);
  }
  return {
    kind: 'fingerprint',
    volume: volume.name,
    digest: digest.digest('hex'),
    files,
    directories,
    bytes,
    seconds: (Date.now() - startedAt) / 1000,
  };
}
