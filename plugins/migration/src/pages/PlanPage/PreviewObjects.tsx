/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TablePagination from '@material-ui/core/TablePagination';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { PreviewOutcome } from '@namespace-migration/plugin-migration-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { migrationApiRef } from '../../api/migrationApiRef';
import { FilterSelect } from '../../components/FilterSelect';
import { LoadError } from '../../components/LoadError';
import { usePolled } from '../../hooks/usePolled';
import { previewMessages } from '../../messages/preview';
import { migrationTranslationRef } from '../../translation';
import { PreviewObjectRow } from './PreviewObjectRow';

const outcomes = Object.keys(previewMessages.outcomes) as PreviewOutcome[];
const columns = Object.keys(previewMessages.columns) as Array<
  keyof typeof previewMessages.columns
>;
const pageSize = 25;

export interface PreviewObjectsProps {
  planId: string;
  /** When the preview was started: another one is loaded anew. */
  made: string;
}

/** The previewed objects a page at a time; outcome and page are in the URL. */
export const PreviewObjects = ({ planId, made }: PreviewObjectsProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const api = useApi(migrationApiRef);
  const [parameters, setParameters] = useSearchParams();
  const given = parameters.get('outcome') as PreviewOutcome | null;
  const outcome = given && outcomes.includes(given) ? given : undefined;
  const page = Math.max(0, Number(parameters.get('objectsPage') ?? 1) - 1) || 0;
  const load = useCallback(
    async () => ({
      made,
      ...(await api.listPreviewedObjects(planId, {
        outcome,
        limit: pageSize,
        offset: page * pageSize,
      })),
    }),
    [api, planId, made, outcome, page],
  );
  const { value, error, reload } = usePolled(load, () => undefined);
  const show = (nextOutcome: string, nextPage: number) =>
    setParameters(
      before => {
        const next = new URLSearchParams(before);
        next.delete('outcome');
        next.delete('objectsPage');
        if (nextOutcome) {
          next.set('outcome', nextOutcome);
        }
        if (nextPage > 0) {
          next.set('objectsPage', String(nextPage + 1));
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <>
      <Box mb={1}>
        <FilterSelect
          id="preview-outcome"
          label={t('preview.outcome')}
          any={t('preview.allOutcomes')}
          value={outcome ?? ''}
          options={outcomes.map(name => ({
            value: name,
            label: t(`preview.outcomes.${name}`),
          }))}
          onChange={next => show(next, 0)}
        />
      </Box>
      {error && (
        <LoadError
          title={t('preview.objectsFailed')}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <Progress />}
      {value?.totalItems === 0 && (
        <Typography>{t('preview.noMatch')}</Typography>
      )}
      {value && value.totalItems > 0 && (
        <>
          <TableContainer>
            <Table size="small" aria-label={t('preview.table')}>
              <TableHead>
                <TableRow>
                  {columns.map(column => (
                    <TableCell key={column} style={{ whiteSpace: 'nowrap' }}>
                      {t(`preview.columns.${column}`)}
                    </TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {value.items.map(item => (
                  <PreviewObjectRow
                    key={`${item.object.apiVersion} ${item.object.kind} ${item.object.namespace}/${item.object.name}`}
                    item={item}
                  />
                ))}
              </TableBody>
            </Table>
          </TableContainer>
          <TablePagination
            component="div"
            count={value.totalItems}
            page={Math.min(page, Math.ceil(value.totalItems / pageSize) - 1)}
            rowsPerPage={pageSize}
            rowsPerPageOptions={[pageSize]}
            labelRowsPerPage={t('preview.rowsPerPage')}
            onPageChange={(_, next) => show(outcome ?? '', next)}
          />
        </>
      )}
    </>
  );
};
