/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import {
  Condition,
  NamespaceAnalytics,
} from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

/** Analytics that were not heard of for so long have lost their backend. */
export const ANALYTICS_LOST_MS = 30_000;

export interface StoredAnalytics {
  planHash: string;
  state: 'running' | 'completed' | 'failed';
  namespaces: NamespaceAnalytics[];
  conditions: Condition[];
  startedAt: string;
  endedAt?: string;
}

/** They were begun anew, have ended, or their plan is gone; nothing was written. */
export class AnalyticsGone extends Error {
  readonly name = 'AnalyticsGone';
}

/** The last analytics of each plan. */
export class DatabaseAnalyticsStore {
  constructor(private readonly knex: Knex) {}

  /** Those whose backend died count as failed. */
  async get(planId: string): Promise<StoredAnalytics | undefined> {
    const row = await this.knex('analytics').where({ plan_id: planId }).first();
    return row && analyticsOf(row, Date.now());
  }

  /** Forgets the last ones and begins anew. @returns the run, or undefined when one goes on */
  async begin(planId: string, planHash: string): Promise<string | undefined> {
    const run = randomUUID();
    const now = Date.now();
    const columns = {
      run,
      plan_hash: planHash,
      state: 'running',
      heartbeat: now,
      found: '[]',
      conditions: '[]',
      started_at: new Date(now).toISOString(),
      ended_at: null,
    };
    const last = await this.knex('analytics')
      .where({ plan_id: planId })
      .first();
    if (last) {
      if (analyticsOf(last, now).state === 'running') {
        return undefined;
      }
      const taken = await this.knex('analytics')
        .where({ plan_id: planId, run: last.run })
        .update(columns);
      return taken === 1 ? run : undefined;
    }
    try {
      await this.knex('analytics').insert({ plan_id: planId, ...columns });
      return run;
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        return undefined;
      }
      throw error;
    }
  }

  /** What was found so far; also shows that the backend lives. @throws AnalyticsGone */
  async put(
    planId: string,
    run: string,
    found: Partial<Pick<StoredAnalytics, 'namespaces' | 'conditions'>>,
    state: StoredAnalytics['state'] = 'running',
  ): Promise<void> {
    const held = await this.knex('analytics')
      .where({ plan_id: planId, run, state: 'running' })
      .update({
        heartbeat: Date.now(),
        state,
        ...(found.namespaces && { found: JSON.stringify(found.namespaces) }),
        ...(found.conditions && {
          conditions: JSON.stringify(found.conditions),
        }),
        ...(state !== 'running' && { ended_at: new Date().toISOString() }),
      });
    if (held !== 1) {
      throw new AnalyticsGone(`The analytics of plan ${planId} are not ours`);
    }
  }
}

function analyticsOf(row: any, now: number): StoredAnalytics {
  const stored: StoredAnalytics = {
    planHash: row.plan_hash,
    state: row.state,
    namespaces: JSON.parse(row.found),
    conditions: JSON.parse(row.conditions),
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
  };
  const heartbeat = Number(row.heartbeat);
  if (row.state !== 'running' || now - heartbeat <= ANALYTICS_LOST_MS) {
    return stored;
  }
  return {
    ...stored,
    state: 'failed',
    endedAt: new Date(heartbeat).toISOString(),
    conditions: [...stored.conditions, analyticsInterrupted()],
  };
}

export function analyticsInterrupted(): Condition {
  return {
    type: 'AnalyticsInterrupted',
    category: 'Error',
    message:
      'The backend that counted and measured ended before it was done, so that namespaces are missing. Analyse the plan again.',
  };
}
