/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TablePagination from '@material-ui/core/TablePagination';
import TableRow from '@material-ui/core/TableRow';
import { Cluster, Plan } from '@namespace-migration/plugin-migration-common';
import { useMemo, useState } from 'react';
import { useNamespaceLocations } from '../hooks/useNamespaceLocations';
import { namespaceRows } from '../presentation/namespaceRows';
import { migrationTranslationRef } from '../translation';
import { HeadCell } from './HeadCell';
import { NamespaceCell } from './NamespaceCell';

export interface NamespaceLocationsProps {
  namespaces: string[];
  clusters: Cluster[];
  /** Newest first. */
  plans?: Plan[];
}

/** Each cluster is asked for each name that is shown. */
const rowsPerPage = 10;

/** Every namespace on every registered cluster, and which copy is live. */
export const NamespaceLocations = (props: NamespaceLocationsProps) => {
  const { namespaces, clusters, plans = [] } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const [page, setPage] = useState(0);
  const rows = namespaceRows(namespaces, plans);
  const shown = rows.slice(page * rowsPerPage, (page + 1) * rowsPerPage);
  const key = shown.map(({ namespace }) => namespace).join(' ');
  const names = useMemo(() => key.split(' ').filter(Boolean), [key]);
  // the counts of a plan that has just come to an end are others
  const states = plans.map(({ state }) => state).join(' ');
  const locations = useNamespaceLocations(names, clusters, states);
  return (
    <InfoCard title={t('namespaces.title')}>
      <TableContainer tabIndex={0} aria-label={t('namespaces.title')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <HeadCell>{t('namespaces.namespace')}</HeadCell>
              {clusters.map(({ name }) => (
                <HeadCell key={name}>{name}</HeadCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map(row => (
              <TableRow key={row.namespace}>
                <TableCell component="th" scope="row" role="rowheader">
                  <Box minWidth={160}>{row.namespace}</Box>
                </TableCell>
                {clusters.map(({ name }) => (
                  <TableCell key={name}>
                    {/* many clusters are scrolled, and not pressed together */}
                    <Box minWidth={160}>
                      <NamespaceCell
                        location={locations.value?.find(
                          ({ cluster, namespace }) =>
                            cluster === name && namespace === row.namespace,
                        )}
                        plan={row.plans[name]}
                      />
                    </Box>
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {rows.length > rowsPerPage && (
        <TablePagination
          component="div"
          count={rows.length}
          page={page}
          rowsPerPage={rowsPerPage}
          rowsPerPageOptions={[rowsPerPage]}
          labelRowsPerPage={t('namespaces.rowsPerPage')}
          onPageChange={(_, to) => setPage(to)}
        />
      )}
    </InfoCard>
  );
};
