/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Chip from '@material-ui/core/Chip';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { NamespaceLocation } from '../hooks/useNamespaceLocations';
import { PlanOfNamespace } from '../presentation/namespaceRows';
import { migrationTranslationRef } from '../translation';
import { ToneStatus } from './ToneStatus';

export interface NamespaceCellProps {
  /** Absent while the cluster is asked. */
  location?: NamespaceLocation;
  plan?: PlanOfNamespace;
}

/** One namespace on one cluster: what runs of it, and whether that is the live copy. */
export const NamespaceCell = ({ location, plan }: NamespaceCellProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  if (!location) {
    return <>…</>;
  }
  const { found, error } = location;
  if (error) {
    return <ToneStatus tone="error">{error}</ToneStatus>;
  }
  if (!found) {
    return <ToneStatus tone="idle">{t('namespaces.absent')}</ToneStatus>;
  }
  const { runningPods = 0, pods = 0, claims } = found;
  return (
    <>
      <ToneStatus tone={runningPods > 0 ? 'ok' : 'idle'}>
        {t('namespaces.running', {
          running: String(runningPods),
          pods: String(pods),
        })}
      </ToneStatus>{' '}
      {plan?.live && (
        <Tooltip title={t('namespaces.liveOf', { plan: plan.plan.name })}>
          <Chip size="small" color="primary" label={t('namespaces.live')} />
        </Tooltip>
      )}
      {claims !== undefined && (
        <Typography variant="caption" color="textSecondary" component="div">
          {t('namespaces.claims', { amount: String(claims) })}
        </Typography>
      )}
    </>
  );
};
