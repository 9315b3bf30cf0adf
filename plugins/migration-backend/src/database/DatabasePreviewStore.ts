/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import {
  Condition,
  PreviewCounts,
  PreviewedObject,
} from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Cipher } from './DatabaseClusterStore';

/** A running preview that was not heard of for so long has lost its backend. */
export const PREVIEW_LOST_MS = 30_000;

export interface StoredPreview {
  planHash: string;
  state: 'running' | 'completed' | 'failed';
  counts: PreviewCounts;
  conditions: Condition[];
  startedAt: string;
  endedAt?: string;
}

/** The preview was replaced, has ended, or its plan is gone; nothing was written. */
export class PreviewGone extends Error {
  readonly name = 'PreviewGone';
}

export class DatabasePreviewStore {
  constructor(private readonly knex: Knex, private readonly cipher: Cipher) {}

  /** One whose backend died counts as failed. */
  async get(planId: string): Promise<StoredPreview | undefined> {
    const row = await this.knex('previews').where({ plan_id: planId }).first();
    return row && previewOf(row, Date.now());
  }

  /** Forgets the plan's last preview and begins another. @returns its run, or undefined when one runs */
  async begin(
    planId: string,
    planHash: string,
    counts: PreviewCounts,
  ): Promise<string | undefined> {
    const run = randomUUID();
    const now = Date.now();
    const columns = {
      run,
      plan_hash: planHash,
      state: 'running',
      heartbeat: now,
      counts: JSON.stringify(counts),
      conditions: '[]',
      started_at: new Date(now).toISOString(),
      ended_at: null,
    };
    try {
      return await this.knex.transaction(async trx => {
        const last = await trx('previews').where({ plan_id: planId }).first();
        if (!last) {
          await trx('previews').insert({ plan_id: planId, ...columns });
          return run;
        }
        if (previewOf(last, now).state === 'running') {
          return undefined;
        }
        const taken = await trx('previews')
          .where({ plan_id: planId, run: last.run })
          .update(columns);
        if (taken !== 1) {
          return undefined;
        }
        await trx('preview_objects').where({ plan_id: planId }).delete();
        return run;
      });
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        return undefined;
      }
      throw error;
    }
  }

  /** Shows that its backend lives. @throws PreviewGone */
  async beat(planId: string, run: string): Promise<void> {
    await this.write(planId, run, {}, async () => {});
  }

  /** @param first the number of the first of the entries. @throws PreviewGone */
  async add(
    planId: string,
    run: string,
    first: number,
    entries: PreviewedObject[],
    found: Pick<StoredPreview, 'counts' | 'conditions'>,
  ): Promise<void> {
    const rows = entries.map((entry, index) => ({
      plan_id: planId,
      n: first + index,
      outcome: entry.outcome,
      kind: entry.object.kind,
      namespace: entry.object.namespace ?? '',
      name: entry.object.name,
      entry: this.cipher.encrypt(JSON.stringify(entry)),
    }));
    await this.write(planId, run, columnsOf(found), async trx => {
      await trx.batchInsert('preview_objects', rows, 50);
    });
  }

  /** @throws PreviewGone */
  async end(
    planId: string,
    run: string,
    state: 'completed' | 'failed',
    found: Pick<StoredPreview, 'counts' | 'conditions'>,
  ): Promise<void> {
    await this.write(
      planId,
      run,
      { ...columnsOf(found), state, ended_at: new Date().toISOString() },
      async () => {},
    );
  }

  async objects(
    planId: string,
    filter: { outcome?: string; kind?: string; limit: number; offset: number },
  ): Promise<{ items: PreviewedObject[]; totalItems: number }> {
    const query = this.knex('preview_objects').where({ plan_id: planId });
    if (filter.outcome) {
      query.where({ outcome: filter.outcome });
    }
    if (filter.kind) {
      query.where({ kind: filter.kind });
    }
    const [{ total }] = await query.clone().count({ total: '*' });
    const rows = await query
      .orderBy('n')
      .limit(filter.limit)
      .offset(filter.offset);
    return {
      items: rows.map(row => JSON.parse(this.cipher.decrypt(row.entry))),
      totalItems: Number(total),
    };
  }

  private async write(
    planId: string,
    run: string,
    columns: object,
    work: (trx: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    await this.knex.transaction(async trx => {
      const held = await trx('previews')
        .where({ plan_id: planId, run, state: 'running' })
        .update({ heartbeat: Date.now(), ...columns });
      if (held !== 1) {
        throw new PreviewGone(`The preview of plan ${planId} is not ours`);
      }
      await work(trx);
    });
  }
}

function columnsOf(found: Pick<StoredPreview, 'counts' | 'conditions'>) {
  return {
    counts: JSON.stringify(found.counts),
    conditions: JSON.stringify(found.conditions),
  };
}

function previewOf(row: any, now: number): StoredPreview {
  const preview: StoredPreview = {
    planHash: row.plan_hash,
    state: row.state,
    counts: JSON.parse(row.counts),
    conditions: JSON.parse(row.conditions),
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
  };
  const heartbeat = Number(row.heartbeat);
  if (row.state !== 'running' || now - heartbeat <= PREVIEW_LOST_MS) {
    return preview;
  }
  return {
    ...preview,
    state: 'failed',
    endedAt: new Date(heartbeat).toISOString(),
    conditions: [...preview.conditions, interrupted()],
  };
}

export function interrupted(): Condition {
  return {
    type: 'PreviewInterrupted',
    category: 'Error',
    message:
      'The backend that made this preview ended before the preview did, so that objects are missing from it. Preview the plan again.',
  };
}
