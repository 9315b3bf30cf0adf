/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan } from '@namespace-migration/plugin-migration-common';

/** What a plan says of one namespace on one cluster. */
export interface PlanOfNamespace {
  plan: Pick<Plan, 'id' | 'name' | 'state'>;
  side: 'source' | 'destination';
  /** The application runs here and not on the plan's other side. */
  live: boolean;
}

export interface NamespaceRow {
  namespace: string;
  /** By cluster; the newest plan where several name the same place. */
  plans: Record<string, PlanOfNamespace>;
}

type Named = Pick<
  Plan,
  'id' | 'name' | 'state' | 'live' | 'source' | 'destination' | 'namespaces'
>;

/**
 * A row for each namespace of an entity, and for each name that plans give to its copy elsewhere.
 *
 * @param plans newest first
 */
export function namespaceRows(
  namespaces: string[],
  plans: Named[],
): NamespaceRow[] {
  const rows = new Map<string, NamespaceRow>();
  const row = (namespace: string) => {
    const known = rows.get(namespace) ?? { namespace, plans: {} };
    rows.set(namespace, known);
    return known;
  };
  for (const namespace of namespaces) {
    row(namespace);
    for (const plan of plans) {
      for (const mapping of plan.namespaces) {
        if (mapping.source === namespace) {
          const copy = mapping.destination ?? mapping.source;
          row(namespace).plans[plan.source] ??= of(plan, 'source');
          row(copy).plans[plan.destination] ??= of(plan, 'destination');
        }
      }
    }
  }
  return [...rows.values()];
}

function of(plan: Named, side: 'source' | 'destination'): PlanOfNamespace {
  const { id, name, state } = plan;
  return { plan: { id, name, state }, side, live: plan.live === side };
}
