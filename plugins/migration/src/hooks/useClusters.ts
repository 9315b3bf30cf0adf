/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { migrationApiRef } from '../api/migrationApiRef';
import { usePolled } from './usePolled';

/** The registered clusters, asked once; `reload` asks again. */
export function useClusters() {
  const api = useApi(migrationApiRef);
  const load = useCallback(() => api.listClusters(), [api]);
  return usePolled(load, () => undefined);
}
