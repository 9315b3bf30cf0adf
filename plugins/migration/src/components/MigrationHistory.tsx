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
import { Migration } from '@namespace-migration/plugin-migration-common';
import { Polled } from '../hooks/usePolled';
import { runMessages } from '../messages/run';
import { formatSeconds, secondsBetween } from '../presentation/formatSeconds';
import { formatTime } from '../presentation/formatTime';
import { migrationStatus } from '../presentation/migrationStatus';
import { proofOf } from '../presentation/proofOf';
import { migrationTranslationRef } from '../translation';
import { LoadError } from './LoadError';
import { Person } from './Person';
import { TablePages, usePage } from './TablePages';
import { ToneStatus } from './ToneStatus';

const columns = Object.keys(runMessages.history.columns) as Array<
  keyof typeof runMessages.history.columns
>;

export interface MigrationHistoryProps {
  history: Polled<Migration[]>;
  /** The one whose details are shown. */
  shownId?: string;
  onSelect(migrationId: string): void;
}

/** All migrations of the plan, newest first. */
export const MigrationHistory = (props: MigrationHistoryProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { history, shownId, onSelect } = props;
  const { rows, pages } = usePage(history.value ?? []);
  return (
    <InfoCard title={t('run.history.title')}>
      {history.loading && <Progress />}
      {history.error && (
        <LoadError
          title={t('run.history.loadFailed')}
          error={history.error}
          onRetry={history.reload}
        />
      )}
      {history.value && (
        <Table size="small" aria-label={t('run.history.title')}>
          <TableHead>
            <TableRow>
              {columns.map(column => (
                <TableCell key={column}>
                  {t(`run.history.columns.${column}`)}
                </TableCell>
              ))}
              <TableCell />
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(migration => {
              const { title, label, tone } = migrationStatus(migration, t);
              const { id, startedAt, endedAt } = migration;
              const seconds =
                endedAt && secondsBetween(startedAt, endedAt, Date.now());
              return (
                <TableRow key={id} selected={id === shownId}>
                  <TableCell>{title}</TableCell>
                  <TableCell>
                    <ToneStatus tone={tone}>{label}</ToneStatus>
                  </TableCell>
                  <TableCell>
                    {formatTime(startedAt ?? migration.createdAt)}
                  </TableCell>
                  <TableCell>{seconds ? formatSeconds(seconds) : ''}</TableCell>
                  <TableCell>
                    {migration.createdBy && (
                      <Person subject={migration.createdBy} />
                    )}
                  </TableCell>
                  <TableCell>
                    {proofOf(migration)?.allDifferences ?? ''}
                  </TableCell>
                  <TableCell align="right">
                    <Button
                      size="small"
                      disabled={id === shownId}
                      onClick={() => onSelect(id)}
                    >
                      {t('run.history.details')}
                    </Button>
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      )}
      <TablePages {...pages} rowsPerPage={t('run.history.rowsPerPage')} />
    </InfoCard>
  );
};
