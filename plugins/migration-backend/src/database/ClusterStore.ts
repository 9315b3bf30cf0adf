/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Cluster,
  ClusterConnection,
  ClusterOptions,
} from '@namespace-migration/plugin-migration-common';

export interface StoredCluster {
  cluster: Cluster;
  /** With credentials, decrypted. Never leaves the backend. */
  connection: ClusterConnection;
}

export interface ClusterStore {
  list(): Promise<Cluster[]>;
  get(name: string): Promise<StoredCluster | undefined>;
  /** @throws ConflictError when the name is taken */
  insert(input: {
    name: string;
    title?: string;
    connection: ClusterConnection;
    options: ClusterOptions;
    status: Cluster['status'];
  }): Promise<void>;
  update(
    name: string,
    change: Partial<{
      title: string;
      connection: ClusterConnection;
      options: ClusterOptions;
      status: Cluster['status'];
    }>,
  ): Promise<void>;
  delete(name: string): Promise<void>;
}
