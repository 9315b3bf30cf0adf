/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  Cluster,
  ClusterConnection,
} from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { ClusterStore, StoredCluster } from './ClusterStore';

export interface Cipher {
  encrypt(plain: string): string;
  decrypt(text: string): string;
}

interface Row {
  name: string;
  title: string | null;
  connection: string;
  shown: string;
  options: string;
  status: string;
  created_at: string;
  updated_at: string;
}

export class DatabaseClusterStore implements ClusterStore {
  constructor(private readonly knex: Knex, private readonly cipher: Cipher) {}

  async list(): Promise<Cluster[]> {
    return (await this.knex<Row>('clusters').orderBy('name')).map(clusterOf);
  }

  async get(name: string): Promise<StoredCluster | undefined> {
    const row = await this.knex<Row>('clusters').where({ name }).first();
    return (
      row && {
        cluster: clusterOf(row),
        connection: JSON.parse(this.cipher.decrypt(row.connection)),
      }
    );
  }

  async insert(input: Parameters<ClusterStore['insert']>[0]): Promise<void> {
    const now = new Date().toISOString();
    try {
      await this.knex<Row>('clusters').insert({
        name: input.name,
        title: input.title ?? null,
        ...this.connectionColumns(input.connection),
        options: JSON.stringify(input.options),
        status: JSON.stringify(input.status),
        created_at: now,
        updated_at: now,
      });
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          `A cluster named ${input.name} is registered already; choose another name or update that one`,
        );
      }
      throw error;
    }
  }

  async update(
    name: string,
    change: Parameters<ClusterStore['update']>[1],
  ): Promise<void> {
    await this.knex<Row>('clusters')
      .where({ name })
      .update({
        ...(change.title !== undefined && { title: change.title }),
        ...(change.connection && this.connectionColumns(change.connection)),
        ...(change.options && { options: JSON.stringify(change.options) }),
        ...(change.status && { status: JSON.stringify(change.status) }),
        updated_at: new Date().toISOString(),
      });
  }

  async delete(name: string): Promise<void> {
    await this.knex('clusters').where({ name }).delete();
  }

  private connectionColumns(connection: ClusterConnection) {
    return {
      connection: this.cipher.encrypt(JSON.stringify(connection)),
      shown: JSON.stringify({
        kind: connection.kind,
        server: connection.server,
      }),
    };
  }
}

function clusterOf(row: Row): Cluster {
  return {
    name: row.name,
    title: row.title ?? undefined,
    connection: JSON.parse(row.shown),
    options: JSON.parse(row.options),
    status: JSON.parse(row.status),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
