/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { usePolled } from '../../hooks/usePolled';
import { PlanDraft, readDraft } from './planDraft';

/** A kept draft, asked once; null when none is asked for. */
export function useDraft(draftId?: string) {
  const api = useApi(migrationApiRef);
  const load = useCallback(
    async (): Promise<PlanDraft | null> =>
      draftId === undefined
        ? null
        : readDraft((await api.getDraft(draftId)).input),
    [api, draftId],
  );
  return usePolled(load, () => undefined);
}
