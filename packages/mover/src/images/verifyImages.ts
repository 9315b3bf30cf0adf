/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageJob,
  MoverOutcome,
  VerifyImagesConfig,
} from '@namespace-migration/plugin-migration-common';
import { Output } from '../output';
import { eachImage } from './eachImage';
import { readTree } from './imageTree';
import { Registries } from './Registries';

/**
 * Asks the target for what was to be copied, and the source for nothing: a manifest whose digest is the source's is the
 * source's, and so are the blobs that it names.
 */
export async function verifyImages(
  config: VerifyImagesConfig,
  output: Output,
  signal: AbortSignal,
): Promise<MoverOutcome> {
  const registries = new Registries(config.accesses);
  const verify = async ({ image, source, target }: ImageJob) => {
    const client = registries.client(target!);
    const { repository, tag } = target!;
    const tree = await readTree(client, image, repository, source.digest!);
    for (const { digest, size } of tree.blobs) {
      const there = await client.blobSize(image, repository, digest);
      if (there !== size) {
        throw client
          .failure(image)
          .incomplete(
            there === undefined
              ? `blob ${digest} is missing`
              : `blob ${digest} has ${there} bytes and not ${size}`,
          );
      }
    }
    if (tag !== undefined) {
      const tagged = await client.manifest(image, repository, tag);
      if (tagged.digest !== source.digest) {
        throw client
          .failure(image)
          .incomplete(
            `tag ${tag} points at ${tagged.digest} and not at ${source.digest}`,
          );
      }
    }
    output.send({
      type: 'image',
      image,
      event: 'verified',
      manifests: tree.manifests.length,
      blobs: tree.blobs.length,
    });
  };
  try {
    return await eachImage(config, output, signal, verify);
  } finally {
    registries.close();
  }
}
