/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import {
  HookRun,
  Migration,
  MigrationApi,
} from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { LoadError } from '../../components/LoadError';
import { TablePages, usePage } from '../../components/TablePages';
import { ToneStatus } from '../../components/ToneStatus';
import { migrationMessages } from '../../messages/migration';
import {
  formatSeconds,
  secondsBetween,
} from '../../presentation/formatSeconds';
import { phaseName } from '../../presentation/phaseName';
import { Tone } from '../../presentation/planStatus';
import { migrationTranslationRef } from '../../translation';
import { HookLogDialog } from './HookLogDialog';
import { useOfMigration } from './useOfMigration';

const tones: Record<HookRun['state'], Tone | 'idle'> = {
  running: 'running',
  succeeded: 'ok',
  failed: 'error',
  canceled: 'idle',
};
const columns = Object.keys(migrationMessages.hooks.columns) as Array<
  keyof typeof migrationMessages.hooks.columns
>;
const ask = (api: MigrationApi, id: string) => api.listHookRuns(id);

/** Each run of a hook with how it ended and its log. */
export const HookRunsCard = ({ migration }: { migration: Migration }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { value, error, reload } = useOfMigration(migration, ask);
  const [shown, setShown] = useState<HookRun>();
  const { rows, pages } = usePage(value ?? []);
  return (
    <InfoCard title={t('migration.hooks.title')}>
      {error && (
        <LoadError
          title={t('migration.hooks.loadFailed')}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <Progress />}
      {value?.length === 0 && (
        <Typography>{t('migration.hooks.none')}</Typography>
      )}
      {value && value.length > 0 && (
        <Table size="small" aria-label={t('migration.hooks.title')}>
          <TableHead>
            <TableRow>
              {columns.map(column => (
                <TableCell key={column}>
                  {t(`migration.hooks.columns.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(run => {
              const seconds =
                run.endedAt && secondsBetween(run.startedAt, run.endedAt, 0);
              return (
                <TableRow key={run.id}>
                  <TableCell>{run.hook}</TableCell>
                  <TableCell>{phaseName(run.phase, t)}</TableCell>
                  <TableCell>
                    <ToneStatus tone={tones[run.state]}>
                      {t(`states.hookRuns.${run.state}`)}
                    </ToneStatus>
                    {run.message && (
                      <Typography variant="body2" color="textSecondary">
                        {run.message}
                      </Typography>
                    )}
                  </TableCell>
                  <TableCell>{run.attempt}</TableCell>
                  <TableCell>
                    {typeof seconds === 'number' && formatSeconds(seconds)}
                  </TableCell>
                  <TableCell style={{ overflowWrap: 'anywhere' }}>
                    {[run.cluster, run.namespace, run.pod]
                      .filter(Boolean)
                      .join(' / ')}
                  </TableCell>
                  <TableCell>
                    <Button
                      size="small"
                      color="primary"
                      aria-label={t('migration.hooks.showOf', {
                        hook: run.hook,
                      })}
                      onClick={() => setShown(run)}
                    >
                      {t('migration.hooks.show')}
                    </Button>
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      )}
      <TablePages {...pages} rowsPerPage={t('migration.hooks.rowsPerPage')} />
      {shown && (
        <HookLogDialog
          migrationId={migration.id}
          run={shown}
          onClose={() => setShown(undefined)}
        />
      )}
    </InfoCard>
  );
};
