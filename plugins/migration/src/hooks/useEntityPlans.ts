/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { useCallback } from 'react';
import { migrationApiRef } from '../api/migrationApiRef';
import { EntityNamespaces } from './useEntityNamespaces';
import { ofList } from './ofList';
import { useChangeSource } from './useChangeSource';
import { usePolled } from './usePolled';

const everyMs = 15_000;
const signaledMs = 3_000;

/**
 * Plans made for the entity, then others that name one of its namespaces; newest first. Of very many the newest, with how
 * many there are.
 */
export function useEntityPlans({ entityRef, namespaces }: EntityNamespaces) {
  const api = useApi(migrationApiRef);
  const source = useChangeSource();
  const load = useCallback(async () => {
    const { items, totalItems } = await api.listPlans({
      relatedEntityRef: entityRef,
      relatedNamespaces: namespaces.join(','),
      detail: 'summary',
    });
    const own = (plan: Plan) => plan.entityRef === entityRef;
    return {
      plans: [...items.filter(own), ...items.filter(plan => !own(plan))],
      totalItems,
    };
  }, [api, entityRef, namespaces]);
  return usePolled(load, () => everyMs, {
    source,
    concerns: (change, shown) => ofList(change, shown?.plans),
    gapMs: signaledMs,
  });
}
