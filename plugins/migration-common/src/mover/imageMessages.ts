/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** What a mover has found of an image at its source. */
export interface ImageFacts {
  /** Of the manifest or list of manifests that is to be copied. */
  digest: string;
  /** For example linux/amd64; several where it is a list. */
  platforms: string[];
  /** Blobs, each counted once. */
  blobs: number;
  sizeBytes: number;
  /** Of them, not at the target, and not among those of an image before this one. */
  missingBytes: number;
  /** Signatures and other artefacts that refer to it: tags or digests of the same repository. */
  attached: string[];
  /** Digest that the target's tag has now. */
  targetTagDigest?: string;
  /** Everything is at the target. */
  present: boolean;
}

/** One image's news in a mover's output. */
export type ImageMessage = { type: 'image'; image: string } & (
  | { event: 'inspected'; facts: ImageFacts }
  | { event: 'targetInspected'; present: boolean; targetTagDigest?: string }
  | { event: 'progress'; bytesDone: number; bytesTotal: number }
  | {
      event: 'copied';
      bytesTotal: number;
      blobs: number;
      blobsSkipped: number;
      attempts: number;
      seconds: number;
    }
  | { event: 'verified'; manifests: number; blobs: number }
  | { event: 'removed'; manifests: number }
  | {
      event: 'failed';
      /** CamelCase, for example RegistryCredentialsRejected. */
      reason: string;
      /** Names image, registry, cause and cure. */
      message: string;
    }
);
