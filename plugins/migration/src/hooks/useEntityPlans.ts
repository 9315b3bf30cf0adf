/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { useCallback } from 'react';
import { migrationApiRef } from '../api/migrationApiRef';
import { EntityNamespaces } from './useEntityNamespaces';
import { usePolled } from './usePolled';

const everyMs = 15_000;

/** Plans made for the entity, then others that name one of its namespaces; newest first. */
export function useEntityPlans({ entityRef, namespaces }: EntityNamespaces) {
  const api = useApi(migrationApiRef);
  const load = useCallback(async () => {
    const answers = await Promise.all([
      api.listPlans({ entityRef }),
      ...namespaces.map(namespace => api.listPlans({ namespace })),
    ]);
    const byId = new Map<string, Plan>();
    for (const plan of answers.flatMap(({ items }) => items)) {
      if (!byId.has(plan.id)) {
        byId.set(plan.id, plan);
      }
    }
    return [...byId.values()];
  }, [api, entityRef, namespaces]);
  return usePolled(load, () => everyMs);
}
