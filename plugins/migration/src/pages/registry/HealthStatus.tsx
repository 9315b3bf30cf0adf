/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Condition } from '@namespace-migration/plugin-migration-common';
import { ToneStatus } from '../../components/ToneStatus';
import { migrationTranslationRef } from '../../translation';

export interface HealthStatusProps {
  status: { connected: boolean; conditions: Condition[] };
}

/** Whether the last test went well. */
export const HealthStatus = ({ status }: HealthStatusProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  if (!status.connected) {
    return <ToneStatus tone="error">{t('registry.notConnected')}</ToneStatus>;
  }
  const worst = status.conditions.some(({ category }) =>
    ['Critical', 'Error'].includes(category),
  );
  return status.conditions.length > 0 ? (
    <ToneStatus tone={worst ? 'error' : 'warning'}>
      {t('registry.attention')}
    </ToneStatus>
  ) : (
    <ToneStatus tone="ok">{t('registry.connected')}</ToneStatus>
  );
};
