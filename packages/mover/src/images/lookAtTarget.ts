/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageLocation } from '@namespace-migration/plugin-migration-common';
import { readTree } from './imageTree';
import { Registries } from './Registries';

/** What a target has of an image whose source cannot be asked from here. */
export async function lookAtTarget(
  registries: Registries,
  image: string,
  { digest }: ImageLocation,
  target: ImageLocation,
): Promise<{ present: boolean; targetTagDigest?: string }> {
  const client = registries.client(target);
  const { repository, tag } = target;
  const tagged =
    tag === undefined
      ? undefined
      : await client.findManifest(image, repository, tag);
  let present = false;
  if (await client.findManifest(image, repository, digest!)) {
    const tree = await readTree(client, image, repository, digest!);
    const missing = await registries
      .blobsOf(target)
      .missing(image, repository, tree.blobs);
    present = missing.length === 0;
  }
  return { present, ...(tagged && { targetTagDigest: tagged.digest }) };
}
