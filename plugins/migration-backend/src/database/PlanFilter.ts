/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlanType } from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { StateFilter, whereState } from './whereState';

export interface PlanFilter {
  namespace?: string;
  entityRef?: string;
  /** Plans of the entity or with one of the namespaces on either side. */
  related?: { entityRef?: string; namespaces: string[] };
  createdBy?: string;
  cluster?: string;
  repository?: string;
  /** Part of the name, the entity or a namespace, in any case. */
  search?: string;
  type?: PlanType;
  state?: StateFilter;
  /** createdAt by default. */
  sort?: PlanSort;
  /** desc by default. */
  order?: 'asc' | 'desc';
  limit: number;
  offset: number;
}

/** Column of each order. */
export const sortColumns = {
  name: 'name',
  source: 'source',
  destination: 'destination',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const;

export type PlanSort = keyof typeof sortColumns;

/** The plans that a filter leaves, in no order. */
export function filtered(
  knex: Knex,
  filter: Omit<PlanFilter, 'limit' | 'offset'>,
): Knex.QueryBuilder {
  const query: Knex.QueryBuilder = knex('plans');
  if (filter.namespace) {
    query.whereIn(
      'id',
      knex('plan_namespaces')
        .select('plan_id')
        .where({ namespace: filter.namespace }),
    );
  }
  if (filter.entityRef) {
    query.where({ entity_ref: filter.entityRef });
  }
  if (filter.related) {
    const { entityRef, namespaces } = filter.related;
    query.where(sub => {
      sub.whereIn(
        'id',
        knex('plan_namespaces')
          .select('plan_id')
          .whereIn('namespace', namespaces),
      );
      if (entityRef) {
        sub.orWhere({ entity_ref: entityRef });
      }
    });
  }
  if (filter.createdBy) {
    query.where({ created_by: filter.createdBy });
  }
  if (filter.cluster) {
    query.where(sub =>
      sub
        .where({ source: filter.cluster })
        .orWhere({ destination: filter.cluster }),
    );
  }
  if (filter.repository) {
    query.where({ repository: filter.repository });
  }
  if (filter.search) {
    const part = likePart(filter.search);
    const within = knex('plan_namespaces')
      .select('plan_id')
      .whereRaw("namespace like ? escape '!'", [part]);
    query.where(sub =>
      sub
        .whereRaw("lower(name) like ? escape '!'", [part])
        .orWhereRaw("lower(entity_ref) like ? escape '!'", [part])
        .orWhereIn('id', within),
    );
  }
  if (filter.type) {
    query.where({ type: filter.type });
  }
  if (filter.state) {
    whereState(query, knex, filter.state);
  }
  return query;
}

/** For a `like ... escape '!'`: anything around the text, which is taken as it is. */
function likePart(text: string): string {
  return `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
}
