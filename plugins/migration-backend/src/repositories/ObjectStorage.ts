/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  RepositoryLocation,
  ResticRepository,
} from '@namespace-migration/plugin-migration-common';

/** What the portal itself does in a bucket. Keys are whole, the location's prefix with them. */
export interface ObjectStorage {
  put(key: string, content: Buffer): Promise<void>;
  get(key: string): Promise<Buffer>;
  delete(key: string): Promise<void>;
  /** Keys that begin so. */
  list(prefix: string): AsyncIterable<string>;
}

/** A kind of object storage. */
export interface Provider {
  /** Fields of the location without which it cannot be used. */
  required: Array<keyof RepositoryLocation>;
  open(location: RepositoryLocation): ObjectStorage;
  /** How restic finds a folder of the bucket; all but name and password. */
  restic(
    location: RepositoryLocation,
    folder: string,
  ): Omit<ResticRepository, 'name' | 'password' | 'caBundle'>;
  /** Section `storage` of Debian's docker-registry for a folder of the bucket; absent where it has no driver. */
  registry?(
    location: RepositoryLocation,
    folder: string,
  ): Record<string, Record<string, unknown>>;
}

/** Connections of one restic to the storage: uploads and downloads wait for the network, not for each other. */
export const RESTIC_CONNECTIONS = 16;
