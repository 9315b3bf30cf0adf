/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MoverError } from '../output';
import { RawManifest, RegistryClient } from './RegistryClient';

export interface Blob {
  digest: string;
  size: number;
}

/** A manifest, and with a list of manifests all that it lists. */
export interface ImageTree {
  digest: string;
  /** Every manifest, the listed ones first, the root last. */
  manifests: string[];
  /** For example linux/amd64. */
  platforms: string[];
  /** Each once. */
  blobs: Blob[];
}

interface Parsed {
  blobs: Blob[];
  children: Array<{ digest: string; platform?: string }>;
}

/** What a manifest names. Undefined for what is none of Docker's schema 2 or OCI's. */
export function parseManifest(bytes: Buffer): Parsed | undefined {
  let manifest: any;
  try {
    manifest = JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
  if (Array.isArray(manifest?.manifests)) {
    return {
      blobs: [],
      children: manifest.manifests.map(({ digest, platform }: any) => ({
        digest,
        platform: platform && platformName(platform),
      })),
    };
  }
  if (!manifest?.config?.digest) {
    return undefined;
  }
  const blobs = [manifest.config, ...(manifest.layers ?? [])]
    // kept elsewhere, and fetched from there by who runs it
    .filter((blob: any) => !blob.urls?.length)
    .map(({ digest, size }: any) => ({ digest, size }));
  return { blobs, children: [] };
}

export function platformName({ os, architecture, variant }: any): string {
  return [os, architecture, ...(variant ? [variant] : [])].join('/');
}

/**
 * Reads an image from a registry, all of its manifests and no blob.
 * @param platforms of a list, the one manifest is taken instead that alone is for one of these
 */
export async function readTree(
  client: RegistryClient,
  image: string,
  repository: string,
  reference: string,
  platforms?: string[],
): Promise<ImageTree> {
  const root = await client.manifest(image, repository, reference);
  const parsed = parsedOrFail(client, image, root);
  const needed = platforms
    ? parsed.children.filter(
        ({ platform }) => platform && platforms.some(p => serves(platform, p)),
      )
    : [];
  if (needed.length === 1) {
    const tree = await readTree(client, image, repository, needed[0].digest);
    return { ...tree, platforms: [needed[0].platform!] };
  }
  const tree: ImageTree = {
    digest: root.digest,
    manifests: [],
    platforms: parsed.children
      .map(({ platform }) => platform)
      .filter((platform): platform is string => isReal(platform)),
    blobs: uniqueBlobs(parsed.blobs),
  };
  for (const { digest } of parsed.children) {
    const child = await readTree(client, image, repository, digest);
    tree.manifests.push(...child.manifests);
    tree.blobs = uniqueBlobs([...tree.blobs, ...child.blobs]);
  }
  tree.manifests.push(root.digest);
  return tree;
}

/** Attestations are listed under unknown/unknown. */
function isReal(platform?: string): boolean {
  return platform !== undefined && !platform.startsWith('unknown/');
}

/** A node of linux/arm64 runs linux/arm64/v8. */
function serves(platform: string, node: string): boolean {
  return platform === node || platform.startsWith(`${node}/`);
}

export function uniqueBlobs(blobs: Blob[]): Blob[] {
  return [...new Map(blobs.map(blob => [blob.digest, blob])).values()];
}

function parsedOrFail(
  client: RegistryClient,
  image: string,
  { digest, bytes }: RawManifest,
): Parsed {
  const parsed = parseManifest(bytes);
  if (!parsed) {
    const { registry } = client.access;
    throw new MoverError(
      'ImageFormatUnknown',
      `Image ${image}: manifest ${digest} of registry ${registry} is neither Docker's schema 2 nor OCI's. Push the image again with a tool of today, or exclude it by the rules of the plan.`,
    );
  }
  return parsed;
}
