/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  Draft,
  DraftInput,
  DraftSummary,
} from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';

const mostDrafts = 50;
const mostBytes = 2 ** 20;
const nameLength = 255;

/** Half-made plans. Nobody reads or changes another one's: to him they are not there. */
export class DatabaseDraftStore {
  constructor(private readonly knex: Knex) {}

  /** The last changed first. */
  async list(owner: string): Promise<DraftSummary[]> {
    const rows = await this.knex('plan_drafts')
      .select('id', 'name', 'step', 'plan_id', 'created_at', 'updated_at')
      .where({ created_by: owner })
      .orderBy('updated_at', 'desc')
      .orderBy('id');
    return rows.map(summaryOf);
  }

  /** @throws NotFoundError also for a draft of somebody else */
  async get(owner: string, id: string): Promise<Draft> {
    const row = await this.knex('plan_drafts')
      .where({ created_by: owner, id })
      .first();
    if (!row) {
      throw missing(id);
    }
    const { name: _, ...summary } = summaryOf(row);
    return { ...summary, input: JSON.parse(row.input) };
  }

  /** @throws InputError when it is too big, ConflictError when its owner has too many */
  async insert(owner: string, draft: DraftInput): Promise<Draft> {
    const columns = columnsOf(draft);
    const [{ count }] = await this.knex('plan_drafts')
      .where({ created_by: owner })
      .count({ count: '*' });
    if (Number(count) >= mostDrafts) {
      throw new ConflictError(
        `You have ${mostDrafts} drafts of plans; finish or delete one first`,
      );
    }
    const id = randomUUID();
    const now = new Date().toISOString();
    await this.knex('plan_drafts').insert({
      id,
      created_by: owner,
      ...columns,
      created_at: now,
      updated_at: now,
    });
    return this.get(owner, id);
  }

  /** @throws NotFoundError, InputError as the others */
  async update(owner: string, id: string, draft: DraftInput): Promise<Draft> {
    const changed = await this.knex('plan_drafts')
      .where({ created_by: owner, id })
      .update({ ...columnsOf(draft), updated_at: new Date().toISOString() });
    if (changed === 0) {
      throw missing(id);
    }
    return this.get(owner, id);
  }

  /** @throws NotFoundError */
  async delete(owner: string, id: string): Promise<void> {
    const deleted = await this.knex('plan_drafts')
      .where({ created_by: owner, id })
      .delete();
    if (deleted === 0) {
      throw missing(id);
    }
  }
}

function missing(id: string): NotFoundError {
  return new NotFoundError(
    `There is no draft ${id} of yours; it was finished, deleted, or is another person's`,
  );
}

function columnsOf({ input, step, planId }: DraftInput) {
  const text = JSON.stringify(input);
  if (Buffer.byteLength(text) > mostBytes) {
    throw new InputError(
      `input: a draft has 1 MiB of JSON at most, and this one ${Buffer.byteLength(
        text,
      )} bytes; create the plan instead, which may be larger`,
    );
  }
  return {
    name:
      typeof input.name === 'string' ? input.name.slice(0, nameLength) : null,
    step: step ?? null,
    plan_id: planId ?? null,
    input: text,
  };
}

function summaryOf(row: any): DraftSummary {
  return {
    id: row.id,
    name: row.name || undefined,
    step: row.step ?? undefined,
    planId: row.plan_id ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
