/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  Repository,
  RepositoryLocation,
} from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { Cipher } from './DatabaseClusterStore';
import { RepositoryStore, StoredRepository } from './RepositoryStore';

interface Row {
  name: string;
  title: string | null;
  location: string;
  shown: string;
  status: string;
  created_at: string;
  updated_at: string;
}

/** Fields of a location that are never shown. */
export const secretFields = [
  'secretAccessKey',
  'serviceAccountJson',
  'accountKey',
] as const;

export class DatabaseRepositoryStore implements RepositoryStore {
  constructor(private readonly knex: Knex, private readonly cipher: Cipher) {}

  async list(): Promise<Repository[]> {
    return (await this.knex<Row>('repositories').orderBy('name')).map(
      repositoryOf,
    );
  }

  async get(name: string): Promise<StoredRepository | undefined> {
    const row = await this.knex<Row>('repositories').where({ name }).first();
    return (
      row && {
        repository: repositoryOf(row),
        location: JSON.parse(this.cipher.decrypt(row.location)),
      }
    );
  }

  async insert(input: Parameters<RepositoryStore['insert']>[0]): Promise<void> {
    const now = new Date().toISOString();
    try {
      await this.knex<Row>('repositories').insert({
        name: input.name,
        title: input.title ?? null,
        ...this.locationColumns(input.location),
        status: JSON.stringify(input.status),
        created_at: now,
        updated_at: now,
      });
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          `A repository named ${input.name} is registered already; choose another name or update that one`,
        );
      }
      throw error;
    }
  }

  async update(
    name: string,
    change: Parameters<RepositoryStore['update']>[1],
  ): Promise<void> {
    await this.knex<Row>('repositories')
      .where({ name })
      .update({
        ...(change.title !== undefined && { title: change.title }),
        ...(change.location && this.locationColumns(change.location)),
        ...(change.status && { status: JSON.stringify(change.status) }),
        updated_at: new Date().toISOString(),
      });
  }

  async delete(name: string): Promise<void> {
    await this.knex('repositories').where({ name }).delete();
  }

  async passwordOf(planId: string, repository: string): Promise<string> {
    const key = { plan_id: planId, repository };
    await this.knex('plan_repositories')
      .insert({
        ...key,
        password: this.cipher.encrypt(randomBytes(32).toString('base64url')),
      })
      .onConflict(Object.keys(key))
      .ignore();
    const row = await this.knex('plan_repositories').where(key).first();
    return this.cipher.decrypt(row.password);
  }

  async withDataOf(planId: string): Promise<string[]> {
    return this.knex('plan_repositories')
      .where({ plan_id: planId })
      .orderBy('repository')
      .pluck('repository');
  }

  async plansWithData(repository: string): Promise<string[]> {
    return this.knex('plan_repositories')
      .join('plans', 'plans.id', 'plan_repositories.plan_id')
      .where({ 'plan_repositories.repository': repository })
      .orderBy('plans.name')
      .pluck('plans.name');
  }

  async forgetData(planId: string, repository: string): Promise<void> {
    await this.knex('plan_repositories')
      .where({ plan_id: planId, repository })
      .delete();
  }

  private locationColumns(location: RepositoryLocation) {
    const shown: RepositoryLocation = { ...location };
    for (const field of secretFields) {
      delete shown[field];
    }
    return {
      location: this.cipher.encrypt(JSON.stringify(location)),
      shown: JSON.stringify(shown),
    };
  }
}

function repositoryOf(row: Row): Repository {
  return {
    name: row.name,
    title: row.title ?? undefined,
    location: JSON.parse(row.shown),
    status: JSON.parse(row.status),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
