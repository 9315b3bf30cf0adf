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
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import {
  MigratedObject,
  Migration,
  MigrationApi,
} from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { FilterSelect } from '../../components/FilterSelect';
import { FilterText } from '../../components/FilterText';
import { LoadError } from '../../components/LoadError';
import { TablePages, usePage } from '../../components/TablePages';
import { migrationMessages } from '../../messages/migration';
import { migrationTranslationRef } from '../../translation';
import { useOfMigration } from './useOfMigration';

const columns = Object.keys(migrationMessages.objects.columns) as Array<
  keyof typeof migrationMessages.objects.columns
>;
const ask = (api: MigrationApi, id: string) => api.listMigrationObjects(id);

function textOf({ object }: MigratedObject): string {
  return `${object.kind} ${object.namespace ?? ''}/${object.name}`;
}

/** The objects of a migration: what was done with each, and what differs. */
export const ObjectsCard = ({ migration }: { migration: Migration }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { value, error, reload } = useOfMigration(migration, ask);
  const [search, setSearch] = useState('');
  const [state, setState] = useState('');
  const states = [...new Set(value?.map(item => item.state))].sort();
  const matching = (value ?? []).filter(
    item =>
      (!state || item.state === state) &&
      textOf(item).toLowerCase().includes(search.toLowerCase()),
  );
  const { rows, pages } = usePage(matching);
  return (
    <InfoCard title={t('migration.objects.title')}>
      {error && (
        <LoadError
          title={t('migration.objects.loadFailed')}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <Progress />}
      {value?.length === 0 && (
        <Typography>{t('migration.objects.none')}</Typography>
      )}
      {value && value.length > 0 && (
        <>
          <Box display="flex" flexWrap="wrap" gridGap={16} mb={1}>
            <FilterText
              id="objects-search"
              label={t('migration.objects.search')}
              hint={t('migration.objects.searchHint')}
              value={search}
              onChange={setSearch}
            />
            <FilterSelect
              id="objects-state"
              label={t('migration.objects.state')}
              any={t('migration.objects.any')}
              value={state}
              options={states.map(name => ({
                value: name,
                label: t(`states.objects.${name}`),
              }))}
              onChange={setState}
            />
          </Box>
          {matching.length === 0 && (
            <Typography>{t('migration.objects.noMatch')}</Typography>
          )}
          {matching.length > 0 && (
            <TableContainer>
              <Table size="small" aria-label={t('migration.objects.title')}>
                <TableHead>
                  <TableRow>
                    {columns.map(column => (
                      <TableCell key={column}>
                        {t(`migration.objects.columns.${column}`)}
                      </TableCell>
                    ))}
                  </TableRow>
                </TableHead>
                <TableBody>
                  {rows.map(item => (
                    <TableRow
                      key={`${item.object.apiVersion} ${textOf(item)} ${
                        item.object.cluster
                      }`}
                    >
                      <TableCell style={{ overflowWrap: 'anywhere' }}>
                        {item.object.kind} {item.object.name}
                      </TableCell>
                      <TableCell>{item.object.namespace}</TableCell>
                      <TableCell>{item.wave}</TableCell>
                      <TableCell>
                        {t(`states.objectActions.${item.action}`)}
                      </TableCell>
                      <TableCell>{t(`states.objects.${item.state}`)}</TableCell>
                      <TableCell style={{ overflowWrap: 'anywhere' }}>
                        {item.differences?.join(', ')}
                      </TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </TableContainer>
          )}
          <TablePages
            {...pages}
            rowsPerPage={t('migration.objects.rowsPerPage')}
          />
        </>
      )}
    </InfoCard>
  );
};
