/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Wave } from '@namespace-migration/plugin-migration-common';
import { useCallback } from 'react';
import { migrationTranslationRef } from '../translation';

/** How a wave is called: by its name, else by what it does. */
export function useWaveTitle() {
  const { t } = useTranslationRef(migrationTranslationRef);
  return useCallback(
    ({ name, type, counts }: Pick<Wave, 'name' | 'type' | 'counts'>) =>
      name ?? t(`waves.unnamed.${type}`, { amount: String(counts.plans) }),
    [t],
  );
}
