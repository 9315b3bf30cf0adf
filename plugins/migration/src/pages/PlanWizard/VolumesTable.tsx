/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TablePagination from '@material-ui/core/TablePagination';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { FilterText } from '../../components/FilterText';
import { wizardMessages } from '../../messages/wizard';
import { migrationTranslationRef } from '../../translation';
import { StepProps } from './StepProps';
import { VolumeRow } from './VolumeRow';

const columns = Object.keys(wizardMessages.volumes.columns) as Array<
  keyof typeof wizardMessages.volumes.columns
>;
const pageSize = 10;

export interface VolumesTableProps extends StepProps {
  volumes: PlannedVolume[];
}

/** A page of claims, each with its choices. */
export const VolumesTable = (props: VolumesTableProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const [search, setSearch] = useState('');
  const [wanted, setPage] = useState(0);
  const found = props.volumes.filter(({ namespace, claim }) =>
    `${namespace}/${claim}`.includes(search.toLowerCase()),
  );
  const page = Math.max(
    0,
    Math.min(wanted, Math.ceil(found.length / pageSize) - 1),
  );
  return (
    <>
      {props.volumes.length > pageSize && (
        <FilterText
          id="wizard-volumes-search"
          label={t('wizard.volumes.search')}
          hint={t('wizard.volumes.searchHint')}
          value={search}
          onChange={setSearch}
        />
      )}
      {found.length === 0 ? (
        <Typography>{t('wizard.volumes.noMatch')}</Typography>
      ) : (
        <TableContainer>
          <Table size="small" aria-label={t('wizard.volumes.table')}>
            <TableHead>
              <TableRow>
                {columns.map(column => (
                  <TableCell key={column} style={{ whiteSpace: 'nowrap' }}>
                    {t(`wizard.volumes.columns.${column}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {found
                .slice(page * pageSize, (page + 1) * pageSize)
                .map(volume => (
                  <VolumeRow
                    key={`${volume.namespace}/${volume.claim}`}
                    {...props}
                    volume={volume}
                  />
                ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      {found.length > pageSize && (
        <TablePagination
          component="div"
          count={found.length}
          page={page}
          rowsPerPage={pageSize}
          rowsPerPageOptions={[pageSize]}
          labelRowsPerPage={t('wizard.volumes.rowsPerPage')}
          onPageChange={(_, next) => setPage(next)}
        />
      )}
    </>
  );
};
