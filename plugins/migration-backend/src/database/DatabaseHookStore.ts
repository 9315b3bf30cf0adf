/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { HookInput } from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { Cipher } from './DatabaseClusterStore';

/** Stands for a value that is kept and not shown; given back it keeps the value. */
export const HIDDEN = '***';

export interface StoredHook {
  /** As registered, headers included. Never leaves the backend but in its own call. */
  input: HookInput;
  /** With every header's value hidden. */
  shown: HookInput;
  createdAt: string;
  updatedAt: string;
}

export class DatabaseHookStore {
  constructor(private readonly knex: Knex, private readonly cipher: Cipher) {}

  async list(): Promise<StoredHook[]> {
    const rows = await this.knex('hooks').orderBy('name');
    return rows.map(row => this.hookOf(row));
  }

  async get(name: string): Promise<StoredHook | undefined> {
    const row = await this.knex('hooks').where({ name }).first();
    return row && this.hookOf(row);
  }

  /** @throws ConflictError when the name is taken */
  async insert(input: HookInput): Promise<void> {
    const now = new Date().toISOString();
    try {
      await this.knex('hooks').insert({
        name: input.name,
        ...this.inputColumns(input),
        created_at: now,
        updated_at: now,
      });
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          `A hook named ${input.name} is registered already; choose another name or update that one`,
        );
      }
      throw error;
    }
  }

  async update(input: HookInput): Promise<void> {
    await this.knex('hooks')
      .where({ name: input.name })
      .update({
        ...this.inputColumns(input),
        updated_at: new Date().toISOString(),
      });
  }

  async delete(name: string): Promise<void> {
    await this.knex('hooks').where({ name }).delete();
  }

  /** Of these hooks as they are now, encrypted: what a migration keeps for itself. */
  async snapshot(names: string[]): Promise<string> {
    const rows = await this.knex('hooks').whereIn('name', names);
    return this.cipher.encrypt(
      JSON.stringify(rows.map(row => this.hookOf(row).input)),
    );
  }

  /** Names of plans that name the hook. */
  async plansWith(hook: string): Promise<string[]> {
    const rows = await this.knex('plans')
      .select('name', 'input')
      .where('input', 'like', `%"hook":"${hook}"%`)
      .orderBy('name');
    return rows
      .filter(row =>
        JSON.parse(row.input).hooks?.some((used: any) => used.hook === hook),
      )
      .map(row => row.name);
  }

  private inputColumns(input: HookInput) {
    return {
      input: this.cipher.encrypt(JSON.stringify(input)),
      shown: JSON.stringify(shownOf(input)),
    };
  }

  private hookOf(row: any): StoredHook {
    return {
      input: JSON.parse(this.cipher.decrypt(row.input)),
      shown: JSON.parse(row.shown),
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    };
  }
}

function shownOf(input: HookInput): HookInput {
  if (!input.http?.headers) {
    return input;
  }
  const headers = Object.fromEntries(
    Object.keys(input.http.headers).map(name => [name, HIDDEN]),
  );
  return { ...input, http: { ...input.http, headers } };
}
