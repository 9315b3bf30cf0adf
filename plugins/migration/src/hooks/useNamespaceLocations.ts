/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Cluster,
  NamespaceSummary,
} from '@namespace-migration/plugin-migration-common';
import { useCallback, useEffect, useRef } from 'react';
import { migrationApiRef } from '../api/migrationApiRef';
import { errorMessage } from '../presentation/errorMessage';
import { usePolled } from './usePolled';

export interface NamespaceLocation {
  cluster: string;
  namespace: string;
  /** Absent when the cluster has no such namespace or did not answer. */
  found?: NamespaceSummary;
  error?: string;
}

const everyMs = 15_000;

/**
 * Where namespaces are: each on each cluster. A cluster that fails does not hide the others.
 *
 * @param asOf another value asks anew at once
 */
export function useNamespaceLocations(
  namespaces: string[],
  clusters: Cluster[],
  asOf = '',
) {
  const api = useApi(migrationApiRef);
  const load = useCallback(
    () =>
      Promise.all(
        clusters.flatMap(({ name: cluster }) =>
          namespaces.map(async (namespace): Promise<NamespaceLocation> => {
            try {
              const [found] = await api.listNamespaces(cluster, {
                name: namespace,
              });
              return { cluster, namespace, found };
            } catch (error) {
              return {
                cluster,
                namespace,
                error: errorMessage(error as Error),
              };
            }
          }),
        ),
      ),
    [api, clusters, namespaces],
  );
  const polled = usePolled(load, () => everyMs);
  const { reload } = polled;
  const known = useRef(asOf);
  useEffect(() => {
    if (known.current !== asOf) {
      known.current = asOf;
      reload();
    }
  }, [asOf, reload]);
  return polled;
}
