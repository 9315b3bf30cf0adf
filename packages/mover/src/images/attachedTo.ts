/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageTree } from './imageTree';
import { RegistryClient } from './RegistryClient';

/** Tags under which cosign keeps what it signs, and the one that stands in for the referrers API (OCI 1.1). */
const suffixes = ['', '.sig', '.att', '.sbom'];

/** Signatures and other artefacts of an image in its repository: tags, and digests of manifests without one. */
export async function attachedTo(
  client: RegistryClient,
  image: string,
  repository: string,
  tree: ImageTree,
): Promise<string[]> {
  const found = new Set<string>();
  for (const digest of tree.manifests) {
    const referrers = await client.referrers(image, repository, digest);
    for (const referrer of referrers ?? []) {
      found.add(referrer);
    }
    const tag = digest.replace(':', '-');
    for (const suffix of suffixes) {
      if (
        (suffix !== '' || !referrers) &&
        (await client.findManifest(image, repository, `${tag}${suffix}`))
      ) {
        found.add(`${tag}${suffix}`);
      }
    }
  }
  return [...found].filter(reference => !tree.manifests.includes(reference));
}
