/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard, Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import {
  Migration,
  MigrationEvent,
} from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { FilterSelect } from '../../components/FilterSelect';
import { HeadCell } from '../../components/HeadCell';
import { LoadError } from '../../components/LoadError';
import { TablePages, usePage } from '../../components/TablePages';
import { ToneStatus } from '../../components/ToneStatus';
import { migrationMessages } from '../../messages/migration';
import { formatTime } from '../../presentation/formatTime';
import { phaseName } from '../../presentation/phaseName';
import { Tone } from '../../presentation/planStatus';
import { migrationTranslationRef } from '../../translation';
import { allEvents } from './allEvents';
import { useOfMigration } from './useOfMigration';

const tones: Record<MigrationEvent['level'], Tone | 'idle'> = {
  info: 'idle',
  warning: 'warning',
  error: 'error',
};
const levels = Object.keys(tones) as MigrationEvent['level'][];
const columns = Object.keys(migrationMessages.events.columns) as Array<
  keyof typeof migrationMessages.events.columns
>;

/** What has happened, the newest first. */
export const EventsCard = ({ migration }: { migration: Migration }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { value, error, reload } = useOfMigration(migration, allEvents);
  const [level, setLevel] = useState('');
  const matching = (value ?? [])
    .filter(event => !level || event.level === level)
    .reverse();
  const { rows, pages } = usePage(matching);
  return (
    <InfoCard title={t('migration.events.title')}>
      {error && (
        <LoadError
          title={t('migration.events.loadFailed')}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <Progress />}
      {value?.length === 0 && (
        <Typography>{t('migration.events.none')}</Typography>
      )}
      {value && value.length > 0 && (
        <>
          <Box mb={1}>
            <FilterSelect
              id="events-level"
              label={t('migration.events.level')}
              any={t('migration.events.any')}
              value={level}
              options={levels.map(name => ({
                value: name,
                label: t(`migration.events.levels.${name}`),
              }))}
              onChange={setLevel}
            />
          </Box>
          <Table size="small" aria-label={t('migration.events.title')}>
            <TableHead>
              <TableRow>
                {columns.map(column => (
                  <HeadCell key={column}>
                    {t(`migration.events.columns.${column}`)}
                  </HeadCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map(event => (
                <TableRow key={event.id}>
                  <TableCell style={{ whiteSpace: 'nowrap' }}>
                    {formatTime(event.time)}
                  </TableCell>
                  <TableCell style={{ whiteSpace: 'nowrap' }}>
                    <ToneStatus tone={tones[event.level]}>
                      {t(`migration.events.levels.${event.level}`)}
                    </ToneStatus>
                  </TableCell>
                  <TableCell>
                    {event.phase && phaseName(event.phase, t)}
                  </TableCell>
                  <TableCell style={{ overflowWrap: 'anywhere' }}>
                    {event.message}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <TablePages
            {...pages}
            rowsPerPage={t('migration.events.rowsPerPage')}
          />
        </>
      )}
    </InfoCard>
  );
};
