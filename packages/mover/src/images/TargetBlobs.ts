/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Blob } from './imageTree';
import { RegistryClient } from './RegistryClient';

/** What is known of the blobs of one target registry, over all of its repositories. */
export class TargetBlobs {
  /** Digest -> repositories that have it. */
  private readonly holders = new Map<string, Set<string>>();

  constructor(private readonly client: RegistryClient) {}

  /** Those that the repository has not. */
  async missing(
    image: string,
    repository: string,
    blobs: Blob[],
  ): Promise<Blob[]> {
    const missing: Blob[] = [];
    for (const blob of blobs) {
      if (this.holds(repository, blob.digest)) {
        continue;
      }
      if (
        (await this.client.blobSize(image, repository, blob.digest)) ===
        undefined
      ) {
        missing.push(blob);
      } else {
        this.note(repository, [blob]);
      }
    }
    return missing;
  }

  /** Takes over from other repositories what they have; returns what none has. */
  async mounted(
    image: string,
    repository: string,
    missing: Blob[],
  ): Promise<Blob[]> {
    const left: Blob[] = [];
    for (const blob of missing) {
      const [from] = this.holders.get(blob.digest) ?? [];
      if (
        from &&
        (await this.client.mount(image, repository, blob.digest, from))
      ) {
        this.note(repository, [blob]);
      } else {
        left.push(blob);
      }
    }
    return left;
  }

  note(repository: string, blobs: Blob[]): void {
    for (const { digest } of blobs) {
      const repositories = this.holders.get(digest) ?? new Set();
      this.holders.set(digest, repositories.add(repository));
    }
  }

  /** Whether some repository is known to have it. */
  anywhere(digest: string): boolean {
    return this.holders.has(digest);
  }

  private holds(repository: string, digest: string): boolean {
    return this.holders.get(digest)?.has(repository) ?? false;
  }
}
