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

/** Plans made for the entity, then others that name one of its namespaces; newest first. */
export function useEntityPlans({ entityRef, namespaces }: EntityNamespaces) {
  const api = useApi(migrationApiRef);
  const source = useChangeSource();
  const load = useCallback(async () => {
    const { items } = await api.listPlans({
      relatedEntityRef: entityRef,
      relatedNamespaces: namespaces.join(','),
      detail: 'summary',
    });
    const own = (plan: Plan) => plan.entityRef === entityRef;
    return [...items.filter(own), ...items.filter(plan => !own(plan))];
  }, [api, entityRef, namespaces]);
  return usePolled(load, () => everyMs, {
    source,
    concerns: ofList,
    gapMs: signaledMs,
  });
}
