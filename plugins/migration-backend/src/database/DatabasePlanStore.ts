/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  CheckResult,
  Condition,
  PlanInput,
  PlannedImage,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { ChangeListener, nobodyListens } from './ChangeListener';
import { filtered, PlanFilter, sortColumns } from './PlanFilter';

export interface StoredPlan {
  id: string;
  input: PlanInput;
  volumes: PlannedVolume[];
  images?: PlannedImage[];
  conditions: Condition[];
  checks?: CheckResult[];
  checkedAt?: string;
  revision: number;
  createdBy?: string;
  createdAt: string;
  updatedAt: string;
}

/** What discovery and validation found. */
export interface FoundOfPlan {
  volumes: PlannedVolume[];
  /** Absent where the plan copies none. */
  images?: PlannedImage[];
  conditions: Condition[];
  checks?: CheckResult[];
}

export class DatabasePlanStore {
  constructor(
    private readonly knex: Knex,
    private readonly changed: ChangeListener = nobodyListens,
  ) {}

  async named(name: string): Promise<StoredPlan | undefined> {
    const row = await this.knex('plans').where({ name }).first();
    return row && planOf(row);
  }

  async list(
    filter: PlanFilter,
  ): Promise<{ items: StoredPlan[]; totalItems: number }> {
    const { ids, totalItems } = await this.page(filter);
    const rows = await this.knex('plans').whereIn('id', ids);
    const byId = new Map(rows.map(row => [row.id, row]));
    return {
      // one that was deleted in between is left out
      items: ids.flatMap(id => byId.get(id) ?? []).map(planOf),
      totalItems,
    };
  }

  private async page(
    filter: PlanFilter,
  ): Promise<{ ids: string[]; totalItems: number }> {
    const query = filtered(this.knex, filter);
    const count = async () => {
      const [{ total }] = await query.clone().count({ total: '*' });
      return Number(total);
    };
    const page = query
      .clone()
      .select('id')
      .orderBy(
        sortColumns[filter.sort ?? 'createdAt'],
        filter.order === 'asc' ? 'asc' : 'desc',
      )
      .orderBy('id')
      .limit(filter.limit)
      .offset(filter.offset);
    const idsOf = (rows: Array<{ id: string }>) => rows.map(({ id }) => id);
    if (!filter.state) {
      const [totalItems, rows] = await Promise.all([count(), page]);
      return { ids: idsOf(rows), totalItems };
    }
    // states are derived once, for the page and for the number of all
    const rows = await page.select(
      this.knex.raw('count(*) over () as total_items'),
    );
    const totalItems = rows.length
      ? Number(rows[0].total_items)
      : // nothing is there, or nothing that far behind
        await (filter.offset > 0 ? count() : 0);
    return { ids: idsOf(rows), totalItems };
  }

  async get(id: string): Promise<StoredPlan | undefined> {
    const row = await this.knex('plans').where({ id }).first();
    return row && planOf(row);
  }

  /** @throws ConflictError when the name is taken */
  async insert(
    input: PlanInput,
    found: FoundOfPlan,
    createdBy?: string,
  ): Promise<string> {
    const id = randomUUID();
    const now = new Date().toISOString();
    await this.guarded(input.name, async trx => {
      await trx('plans').insert({
        id,
        ...columnsOf(input),
        ...columnsOfFound(found),
        checked_at: now,
        revision: 1,
        created_by: createdBy,
        created_at: now,
        updated_at: now,
      });
      await insertNamespaces(trx, id, input);
    });
    this.changed({ planId: id });
    return id;
  }

  async update(
    id: string,
    input: PlanInput,
    found: FoundOfPlan,
  ): Promise<void> {
    const now = new Date().toISOString();
    await this.guarded(input.name, async trx => {
      await trx('plans')
        .where({ id })
        .update({
          ...columnsOf(input),
          ...columnsOfFound(found),
          checked_at: now,
          updated_at: now,
        })
        .increment('revision', 1);
      await trx('plan_namespaces').where({ plan_id: id }).delete();
      await insertNamespaces(trx, id, input);
    });
    this.changed({ planId: id });
  }

  /** What discovery and validation found anew; the plan itself stays as it is. */
  async updateFound(id: string, found: FoundOfPlan): Promise<void> {
    await this.knex('plans')
      .where({ id })
      .update({
        ...columnsOfFound(found),
        checked_at: new Date().toISOString(),
      });
    this.changed({ planId: id });
  }

  async delete(id: string): Promise<void> {
    await this.knex('plans').where({ id }).delete();
    this.changed({ planId: id });
  }

  private async guarded(
    name: string,
    work: (trx: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    try {
      await this.knex.transaction(work);
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new ConflictError(
          `A plan named ${name} exists already; choose another name`,
        );
      }
      throw error;
    }
  }
}

function columnsOf(input: PlanInput) {
  return {
    name: input.name,
    type: input.type ?? 'full',
    source: input.source,
    destination: input.destination,
    entity_ref: input.entityRef ?? null,
    repository: input.repository ?? null,
    input: JSON.stringify(input),
  };
}

function columnsOfFound({ volumes, images, conditions, checks }: FoundOfPlan) {
  return {
    volumes: JSON.stringify(volumes),
    images: images ? JSON.stringify(images) : null,
    conditions: JSON.stringify(conditions),
    checks: checks ? JSON.stringify(checks) : null,
  };
}

async function insertNamespaces(
  trx: Knex.Transaction,
  id: string,
  input: PlanInput,
): Promise<void> {
  const names = new Set(
    input.namespaces.flatMap(mapping => [
      mapping.source,
      mapping.destination ?? mapping.source,
    ]),
  );
  for (const namespace of names) {
    await trx('plan_namespaces').insert({ plan_id: id, namespace });
  }
}

function planOf(row: any): StoredPlan {
  return {
    id: row.id,
    input: JSON.parse(row.input),
    volumes: JSON.parse(row.volumes),
    images: row.images ? JSON.parse(row.images) : undefined,
    conditions: JSON.parse(row.conditions),
    checks: row.checks ? JSON.parse(row.checks) : undefined,
    checkedAt: row.checked_at ?? undefined,
    revision: row.revision,
    createdBy: row.created_by ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
