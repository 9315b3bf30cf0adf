/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageJob,
  InspectImagesConfig,
  MoverOutcome,
} from '@namespace-migration/plugin-migration-common';
import { Output } from '../output';
import { attachedTo } from './attachedTo';
import { eachImage } from './eachImage';
import { readTree } from './imageTree';
import { lookAtTarget } from './lookAtTarget';
import { Registries } from './Registries';

/** Looks at both sides of every image, without reading a blob. */
export async function inspectImages(
  config: InspectImagesConfig,
  output: Output,
  signal: AbortSignal,
): Promise<MoverOutcome> {
  const registries = new Registries(config.accesses);
  /** Counted for an image already: `target registry, digest`. */
  const counted = new Set<string>();
  const inspect = async ({ image, source, target, targetOnly }: ImageJob) => {
    if (target && targetOnly) {
      const found = await lookAtTarget(registries, image, source, target);
      output.send({ type: 'image', image, event: 'targetInspected', ...found });
      return;
    }
    const client = registries.client(source);
    const reference = source.digest ?? source.tag!;
    const { repository } = source;
    const tree = await readTree(
      client,
      image,
      repository,
      reference,
      config.platforms,
    );
    const attached = await attachedTo(client, image, repository, tree);
    const sum = (blobs: Array<{ size: number }>) =>
      blobs.reduce((bytes, { size }) => bytes + size, 0);
    let missingBytes = 0;
    let present = false;
    let targetTagDigest: string | undefined;
    if (target) {
      const targetClient = registries.client(target);
      const missing = await registries
        .blobsOf(target)
        .missing(image, target.repository, tree.blobs);
      for (const { digest, size } of missing) {
        const key = `${target.access} ${digest}`;
        missingBytes += counted.has(key) ? 0 : size;
        counted.add(key);
      }
      const there = await targetClient.findManifest(
        image,
        target.repository,
        tree.digest,
      );
      targetTagDigest =
        target.tag === undefined
          ? undefined
          : (
              await targetClient.findManifest(
                image,
                target.repository,
                target.tag,
              )
            )?.digest;
      present = missing.length === 0 && there !== undefined;
    }
    output.send({
      type: 'image',
      image,
      event: 'inspected',
      facts: {
        digest: tree.digest,
        platforms: tree.platforms,
        blobs: tree.blobs.length,
        sizeBytes: sum(tree.blobs),
        missingBytes,
        attached,
        targetTagDigest,
        present,
      },
    });
  };
  try {
    return await eachImage(config, output, signal, inspect);
  } finally {
    registries.close();
  }
}
