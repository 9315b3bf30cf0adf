/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { usePolled } from '../../hooks/usePolled';

/** The viewer's half-made plans. */
export function useDrafts() {
  const api = useApi(migrationApiRef);
  const load = useCallback(() => api.listDrafts(), [api]);
  return usePolled(load, () => undefined);
}
