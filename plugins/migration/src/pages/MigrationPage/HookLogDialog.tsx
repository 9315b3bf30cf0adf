/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { HookRun } from '@namespace-migration/plugin-migration-common';
import { useCallback } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { LoadError } from '../../components/LoadError';
import { LogText } from '../../components/LogText';
import { usePolled } from '../../hooks/usePolled';
import { migrationTranslationRef } from '../../translation';

export interface HookLogDialogProps {
  migrationId: string;
  run: HookRun;
  onClose(): void;
}

const runningMs = 3_000;

/** What a run of a hook wrote, searchable, with its colours; it grows while the hook runs. */
export const HookLogDialog = ({
  migrationId,
  run,
  onClose,
}: HookLogDialogProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const api = useApi(migrationApiRef);
  const load = useCallback(
    () => api.getHookRunLog(migrationId, run.id),
    [api, migrationId, run.id],
  );
  const { value, error, loading, reload } = usePolled(load, () =>
    run.endedAt ? undefined : runningMs,
  );
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="lg"
      aria-labelledby="hook-log-title"
    >
      <DialogTitle id="hook-log-title">
        {t('migration.hooks.logOf', { hook: run.hook })}
      </DialogTitle>
      <DialogContent style={{ height: '60vh' }}>
        {loading && <Progress />}
        {error && (
          <LoadError
            title={t('migration.hooks.logFailed')}
            error={error}
            onRetry={reload}
          />
        )}
        {value === '' && <Typography>{t('migration.hooks.noLog')}</Typography>}
        {value && (
          <LogText text={value} fileName={`${run.hook}-${run.attempt}.log`} />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('migration.hooks.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
