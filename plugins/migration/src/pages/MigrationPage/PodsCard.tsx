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
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import {
  Migration,
  MigrationApi,
  MigrationPod,
} from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { InlineError } from '../../components/InlineError';
import { LoadError } from '../../components/LoadError';
import { TablePages, usePage } from '../../components/TablePages';
import { ToneStatus } from '../../components/ToneStatus';
import { podsMessages } from '../../messages/pods';
import { humanize } from '../../presentation/humanize';
import { Tone } from '../../presentation/planStatus';
import { migrationTranslationRef } from '../../translation';
import { PodLogDialog } from './PodLogDialog';
import { useOfMigration } from './useOfMigration';

const tones: Record<string, Tone | 'idle'> = {
  Running: 'running',
  Pending: 'pending',
  Succeeded: 'ok',
  Failed: 'error',
};
const columns = Object.keys(podsMessages.columns) as Array<
  keyof typeof podsMessages.columns
>;
const ask = (api: MigrationApi, id: string) => api.listMigrationPods(id);

/** The pods of movers and hooks that are there just now, with their logs. */
export const PodsCard = ({ migration }: { migration: Migration }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { value, error, reload } = useOfMigration(migration, ask);
  const [shown, setShown] = useState<MigrationPod>();
  const { rows, pages } = usePage(value?.items ?? []);
  return (
    <InfoCard title={t('pods.title')}>
      {error && (
        <LoadError
          title={t('pods.loadFailed')}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <Progress />}
      {value?.failed?.map(({ cluster, message }) => (
        <InlineError
          key={cluster}
          message={t('pods.clusterFailed', { cluster, message })}
        />
      ))}
      {value?.items.length === 0 && <Typography>{t('pods.none')}</Typography>}
      {rows.length > 0 && (
        <TableContainer>
          <Table size="small" aria-label={t('pods.title')}>
            <TableHead>
              <TableRow>
                {columns.map(column => (
                  <TableCell key={column}>
                    {t(`pods.columns.${column}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map(pod => (
                <TableRow
                  key={[pod.cluster, pod.namespace, pod.name].join(' ')}
                >
                  <TableCell>{humanize(pod.component)}</TableCell>
                  <TableCell>{pod.volume}</TableCell>
                  <TableCell style={{ overflowWrap: 'anywhere' }}>
                    {[pod.cluster, pod.namespace, pod.name].join(' / ')}
                  </TableCell>
                  <TableCell style={{ overflowWrap: 'anywhere' }}>
                    <ToneStatus tone={tones[pod.phase] ?? 'idle'}>
                      {pod.phase}
                    </ToneStatus>
                    {pod.reason && (
                      <Typography variant="body2" color="textSecondary">
                        {pod.reason}
                      </Typography>
                    )}
                  </TableCell>
                  <TableCell>
                    {pod.containers.reduce((sum, c) => sum + c.restarts, 0)}
                  </TableCell>
                  <TableCell>
                    <Button
                      size="small"
                      color="primary"
                      aria-label={t('pods.showOf', { pod: pod.name })}
                      onClick={() => setShown(pod)}
                    >
                      {t('pods.show')}
                    </Button>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      <TablePages {...pages} rowsPerPage={t('pods.rowsPerPage')} />
      {shown && (
        <PodLogDialog
          migrationId={migration.id}
          pod={shown}
          onClose={() => setShown(undefined)}
        />
      )}
    </InfoCard>
  );
};
