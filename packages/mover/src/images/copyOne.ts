/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { MoverError, Output } from '../output';
import { explainSkopeo, final } from './explainSkopeo';
import { ImageTransfer } from './ImageTransfer';
import { Blob } from './imageTree';
import { Registries } from './Registries';
import { runSkopeo } from './runSkopeo';
import { skopeoName } from './skopeoFiles';

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Copies one image with what is attached to it. What has arrived is not sent again by another attempt.
 * @returns bytes received from the source
 */
export async function copyOne(
  transfer: ImageTransfer,
  registries: Registries,
  attempts: number,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const { job, tree, attached } = transfer;
  const { image, source } = job;
  const target = job.target!;
  const { repository } = target;
  const startedAt = Date.now();
  const client = registries.client(target);
  const blobs = registries.blobsOf(target);
  // others may have brought some of them since
  const absent = await blobs.missing(image, repository, transfer.missing);
  transfer.missing = await blobs.mounted(image, repository, absent);
  const toSend = transfer.missing;
  const bytesTotal = sizeOf(toSend);
  const copied = (attempt: number) => {
    output.send({
      type: 'image',
      image,
      event: 'copied',
      bytesTotal,
      blobs: tree.blobs.length,
      blobsSkipped: tree.blobs.length - toSend.length,
      attempts: attempt,
      seconds: (Date.now() - startedAt) / 1000,
    });
    blobs.note(repository, tree.blobs);
    return bytesTotal;
  };
  const rest = [...attached];
  for (const reference of attached) {
    const [there, here] = [
      await client.findManifest(image, repository, reference),
      await registries
        .client(source)
        .findManifest(image, source.repository, reference),
    ];
    if (there?.digest === here?.digest) {
      rest.splice(rest.indexOf(reference), 1);
    }
  }
  const named = await client.findManifest(
    image,
    repository,
    target.tag ?? tree.digest,
  );
  const isThere = named?.digest === tree.digest;
  if (isThere && toSend.length === 0 && rest.length === 0) {
    return copied(0);
  }
  for (let attempt = 1; ; attempt += 1) {
    const arrived = bytesTotal - sizeOf(transfer.missing);
    try {
      const references: Array<[from: string, to: string]> = [
        [tree.digest, target.tag ?? tree.digest],
        ...rest.map((reference): [string, string] => [reference, reference]),
      ];
      for (const [from, to] of references) {
        await transferReference(
          transfer,
          registries,
          from,
          to,
          signal,
          received =>
            output.send({
              type: 'image',
              image,
              event: 'progress',
              bytesDone: Math.min(bytesTotal, arrived + received),
              bytesTotal,
            }),
        );
      }
      return copied(attempt);
    } catch (error) {
      if (
        !(error instanceof MoverError) ||
        final.has(error.reason) ||
        attempt >= attempts
      ) {
        throw error;
      }
      output.log(
        'warning',
        `Attempt ${attempt} of ${attempts}: ${error.message}`,
      );
      await sleep(
        Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS),
        undefined,
        { signal },
      );
      transfer.missing = await blobs.missing(
        image,
        repository,
        transfer.missing,
      );
    }
  }
}

/** One manifest, or list of them with all that it lists. @throws MoverError */
async function transferReference(
  { job }: ImageTransfer,
  registries: Registries,
  from: string,
  to: string,
  signal: AbortSignal,
  onReceived: (bytes: number) => void,
): Promise<void> {
  const { image, source } = job;
  const target = job.target!;
  const sides = {
    source: registries.client(source),
    target: registries.client(target),
  };
  const [files, targetFiles] = [
    registries.filesOf(source),
    registries.filesOf(target),
  ];
  const run = await runSkopeo(
    [
      // that images must be signed is for those to say who run them
      '--insecure-policy',
      'copy',
      '--all',
      '--preserve-digests',
      '--src-authfile',
      files.authfile,
      '--src-cert-dir',
      files.certDir,
      '--dest-authfile',
      targetFiles.authfile,
      '--dest-cert-dir',
      targetFiles.certDir,
      skopeoName(sides.source.access, source, from),
      skopeoName(sides.target.access, target, to),
    ],
    signal,
    onReceived,
  );
  if (run.stalled) {
    throw sides.source
      .failure(image)
      .unreachable('nothing was received for two minutes');
  }
  if (run.code !== 0) {
    throw await explainSkopeo(image, run.said, sides, target.repository);
  }
}

function sizeOf(blobs: Blob[]): number {
  return blobs.reduce((bytes, { size }) => bytes + size, 0);
}
