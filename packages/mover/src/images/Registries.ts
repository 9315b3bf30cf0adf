/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageLocation,
  RegistryAccess,
} from '@namespace-migration/plugin-migration-common';
import { RegistryClient } from './RegistryClient';
import { SkopeoFiles, writeSkopeoFiles } from './skopeoFiles';
import { TargetBlobs } from './TargetBlobs';

/** The registries of a mover's configuration, each made ready once. */
export class Registries {
  private readonly clients: RegistryClient[];
  private readonly files = new Map<number, SkopeoFiles>();
  /** By address: two accesses may be to one registry. */
  private readonly blobs = new Map<string, TargetBlobs>();

  constructor(private readonly accesses: RegistryAccess[]) {
    this.clients = accesses.map(access => new RegistryClient(access));
  }

  client({ access }: ImageLocation): RegistryClient {
    return this.clients[access];
  }

  blobsOf(location: ImageLocation): TargetBlobs {
    const client = this.client(location);
    const { registry, address } = client.access;
    const key = address ?? registry;
    const known = this.blobs.get(key) ?? new TargetBlobs(client);
    this.blobs.set(key, known);
    return known;
  }

  filesOf({ access }: ImageLocation): SkopeoFiles {
    const files =
      this.files.get(access) ?? writeSkopeoFiles(this.accesses[access], access);
    this.files.set(access, files);
    return files;
  }

  close(): void {
    this.clients.forEach(client => client.close());
  }
}
