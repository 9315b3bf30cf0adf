/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  Cluster,
  ClusterConnection,
  ClusterInput,
  NamespaceSummary,
} from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '@namespace-migration/plugin-migration-node';
import isEqual from 'lodash/isEqual';
import { ClusterStore, StoredCluster } from '../database/ClusterStore';
import { countByNamespace } from './countByNamespace';
import { inspectCluster } from './inspectCluster';
import { keepCredentials } from './keepCredentials';

export interface ClusterServiceOptions {
  store: ClusterStore;
  connect(name: string, connection: ClusterConnection): ClusterClient;
  /** Names of plans that use a cluster. */
  usedBy(cluster: string): Promise<string[]>;
}

/** Registration of clusters and access to them. */
export class ClusterService {
  private readonly clients = new Map<
    string,
    { key: string; client: ClusterClient }
  >();

  constructor(private readonly options: ClusterServiceOptions) {}

  list(): Promise<Cluster[]> {
    return this.options.store.list();
  }

  async get(name: string): Promise<Cluster> {
    return (await this.stored(name)).cluster;
  }

  /** @throws InputError with the failed test's conditions; then nothing was kept */
  async register(input: ClusterInput): Promise<Cluster> {
    if (await this.options.store.get(input.name)) {
      throw new ConflictError(
        `A cluster named ${input.name} is registered already; choose another name or update that one`,
      );
    }
    const status = await this.test(input);
    await this.options.store.insert({
      ...input,
      connection: this.withServer(input),
      options: input.options ?? {},
      status,
    });
    return this.get(input.name);
  }

  /** Credentials that are not given stay what they are. */
  async update(name: string, given: ClusterInput): Promise<Cluster> {
    const { connection } = await this.stored(name);
    if (given.name !== name) {
      throw new InputError(
        `name: cluster ${name} cannot be renamed to ${given.name}; register a new one`,
      );
    }
    const input = {
      ...given,
      connection: keepCredentials(given.connection, connection),
    };
    const status = await this.test(input);
    await this.options.store.update(name, {
      title: input.title,
      connection: this.withServer(input),
      options: input.options ?? {},
      status,
    });
    return this.get(name);
  }

  async remove(name: string): Promise<void> {
    await this.stored(name);
    const plans = await this.options.usedBy(name);
    if (plans.length > 0) {
      throw new ConflictError(
        `Cluster ${name} is used by plans ${plans
          .slice(0, 10)
          .join(', ')}; delete them first`,
      );
    }
    await this.options.store.delete(name);
    this.clients.delete(name);
  }

  async refresh(name: string): Promise<Cluster> {
    await this.stored(name);
    await this.options.store.update(name, {
      status: await inspectCluster(await this.client(name)),
    });
    return this.get(name);
  }

  async namespaces(name: string, only?: string): Promise<NamespaceSummary[]> {
    const client = await this.client(name);
    const namespaces = only
      ? [
          await client.get({ apiVersion: 'v1', kind: 'Namespace', name: only }),
        ].filter(found => found !== undefined)
      : await client.list({ apiVersion: 'v1', kind: 'Namespace' });
    const [pods, claims, services] = await Promise.all(
      ['Pod', 'PersistentVolumeClaim', 'Service'].map(kind =>
        countByNamespace(client, kind, only),
      ),
    );
    return namespaces
      .map(namespace => {
        const { name: inside } = namespace.metadata;
        return {
          name: inside,
          phase: namespace.status?.phase ?? 'Unknown',
          pods: pods && (pods.all.get(inside) ?? 0),
          runningPods: pods && (pods.running.get(inside) ?? 0),
          claims: claims && (claims.all.get(inside) ?? 0),
          services: services && (services.all.get(inside) ?? 0),
        };
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** @throws NotFoundError when there is no such cluster */
  async client(name: string): Promise<ClusterClient> {
    const { connection } = await this.stored(name);
    const key = JSON.stringify(connection);
    const known = this.clients.get(name);
    if (known?.key === key) {
      return known.client;
    }
    const client = this.options.connect(name, connection);
    this.clients.set(name, { key, client });
    return client;
  }

  /** Whether it is registered, and with just this connection. */
  async compare(input: ClusterInput): Promise<'absent' | 'same' | 'other'> {
    const found = await this.options.store.get(input.name);
    if (!found) {
      return 'absent';
    }
    const { server, ...connection } = input.connection;
    const { server: known, ...registered } = found.connection;
    return isEqual(connection, registered) && (!server || server === known)
      ? 'same'
      : 'other';
  }

  private async stored(name: string): Promise<StoredCluster> {
    const found = await this.options.store.get(name);
    if (!found) {
      throw new NotFoundError(
        `There is no cluster named ${name}; register it first`,
      );
    }
    return found;
  }

  private async test(input: ClusterInput): Promise<Cluster['status']> {
    const status = await inspectCluster(
      this.options.connect(input.name, input.connection),
    );
    const [failure] = status.conditions.filter(
      ({ category }) => category === 'Critical',
    );
    if (failure) {
      throw new InputError(`connection: ${failure.message}`);
    }
    return status;
  }

  private withServer(input: ClusterInput): ClusterConnection {
    return {
      ...input.connection,
      server: this.options.connect(input.name, input.connection).server,
    };
  }
}
