/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  CopyImagesConfig,
  ImageJob,
  MoverOutcome,
} from '@namespace-migration/plugin-migration-common';
import { Output } from '../output';
import { attachedTo } from './attachedTo';
import { copyOne } from './copyOne';
import { tellFailure } from './eachImage';
import { ImageTransfer } from './ImageTransfer';
import { readTree } from './imageTree';
import { nextTransfer } from './nextTransfer';
import { Registries } from './Registries';

/** Registry to registry by skopeo, several at once. A blob that several images share crosses once. */
export async function copyImages(
  config: CopyImagesConfig,
  output: Output,
  signal: AbortSignal,
): Promise<MoverOutcome> {
  const startedAt = Date.now();
  const registries = new Registries(config.accesses);
  const waiting: ImageTransfer[] = [];
  const running = new Map<ImageTransfer, Promise<void>>();
  let done = 0;
  let bytes = 0;
  try {
    for (const job of config.images) {
      signal.throwIfAborted();
      const transfer = await tellFailure(output, job.image, () =>
        transferOf(registries, job),
      );
      if (transfer) {
        waiting.push(transfer);
      }
    }
    while (waiting.length > 0 || running.size > 0) {
      signal.throwIfAborted();
      const next =
        running.size < config.parallelism
          ? nextTransfer(waiting, [...running.keys()])
          : undefined;
      if (!next) {
        await Promise.race(running.values());
        continue;
      }
      waiting.splice(waiting.indexOf(next), 1);
      const copying = tellFailure(output, next.job.image, () =>
        copyOne(next, registries, config.attempts, output, signal),
      ).then(copied => {
        if (copied !== undefined) {
          done += 1;
          bytes += copied;
        }
      });
      running.set(
        next,
        copying.finally(() => running.delete(next)),
      );
    }
  } finally {
    await Promise.allSettled(running.values());
    registries.close();
  }
  return {
    kind: 'images',
    done,
    failed: config.images.length - done,
    bytes,
    seconds: (Date.now() - startedAt) / 1000,
  };
}

async function transferOf(
  registries: Registries,
  job: ImageJob,
): Promise<ImageTransfer> {
  const { image, source } = job;
  const target = job.target!;
  const client = registries.client(source);
  const tree = await readTree(client, image, source.repository, source.digest!);
  return {
    job,
    tree,
    attached: await attachedTo(client, image, source.repository, tree),
    target: target.access,
    missing: await registries
      .blobsOf(target)
      .missing(image, target.repository, tree.blobs),
  };
}
