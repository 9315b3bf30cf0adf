/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TablePagination from '@material-ui/core/TablePagination';
import TableRow from '@material-ui/core/TableRow';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { wizardMessages } from '../../messages/wizard';
import { migrationTranslationRef } from '../../translation';
import { chooseNamespace, renameNamespace } from './draftChanges';
import { NamespaceRow } from './namespaceRows';
import { StepProps } from './StepProps';

const columns = Object.keys(wizardMessages.namespaces.columns) as Array<
  keyof typeof wizardMessages.namespaces.columns
>;
const pageSize = 25;

const useStyles = makeStyles({
  name: { overflowWrap: 'anywhere', minWidth: 140 },
  number: { whiteSpace: 'nowrap' },
  // as high with the field as without, so that no row jumps when it is chosen
  row: { height: 57 },
});

export interface NamespacesTableProps extends StepProps {
  rows: NamespaceRow[];
  cluster: string;
}

/** Namespaces with what is in them; each chosen one has a field for its other name. */
export const NamespacesTable = (props: NamespacesTableProps) => {
  const { rows, cluster, draft, errors, onChange } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const [wanted, setPage] = useState(0);
  const page = Math.min(wanted, Math.ceil(rows.length / pageSize) - 1);
  const keepsNames = draft.type === 'storageConversion';
  const count = (amount?: number) =>
    amount === undefined ? t('wizard.namespaces.unknown') : String(amount);
  return (
    <>
      <TableContainer>
        <Table
          size="small"
          aria-label={t('wizard.namespaces.table', { cluster })}
        >
          <TableHead>
            <TableRow>
              <TableCell padding="checkbox" />
              {columns.map(column => (
                <TableCell key={column}>
                  {t(`wizard.namespaces.columns.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows
              .slice(page * pageSize, (page + 1) * pageSize)
              .map(({ name, summary, index, destination }) => {
                const chosen = index !== undefined;
                const absent =
                  errors[`namespaces[${index}].source`] ??
                  (chosen && !summary
                    ? t('wizard.namespaces.notThere', { cluster })
                    : undefined);
                const error = errors[`namespaces[${index}].destination`];
                return (
                  <TableRow key={name} className={classes.row}>
                    <TableCell padding="checkbox">
                      <Checkbox
                        color="primary"
                        checked={chosen}
                        inputProps={{
                          'aria-label': t('wizard.namespaces.choose', { name }),
                        }}
                        onChange={(_, checked) =>
                          onChange(chooseNamespace(draft, name, checked))
                        }
                      />
                    </TableCell>
                    <TableCell className={classes.name}>
                      {name}
                      {absent && (
                        <Typography
                          variant="caption"
                          color="error"
                          component="div"
                        >
                          {absent}
                        </Typography>
                      )}
                    </TableCell>
                    <TableCell className={classes.number}>
                      {summary?.pods
                        ? t('wizard.namespaces.running', {
                            running: count(summary.runningPods),
                            pods: count(summary.pods),
                          })
                        : summary && count(summary.pods)}
                    </TableCell>
                    <TableCell className={classes.number}>
                      {summary && count(summary.claims)}
                    </TableCell>
                    <TableCell className={classes.number}>
                      {summary && count(summary.services)}
                    </TableCell>
                    <TableCell className={classes.name}>
                      {chosen && !keepsNames && (
                        <TextField
                          fullWidth
                          value={destination}
                          placeholder={name}
                          error={Boolean(error)}
                          helperText={error}
                          id={`wizard-namespace-${name}`}
                          inputProps={{
                            'aria-label': t('wizard.namespaces.destinationOf', {
                              name,
                            }),
                          }}
                          onChange={event =>
                            onChange(
                              renameNamespace(draft, name, event.target.value),
                            )
                          }
                        />
                      )}
                      {chosen && keepsNames && name}
                    </TableCell>
                  </TableRow>
                );
              })}
          </TableBody>
        </Table>
      </TableContainer>
      {rows.length > pageSize && (
        <TablePagination
          component="div"
          count={rows.length}
          page={page}
          rowsPerPage={pageSize}
          rowsPerPageOptions={[pageSize]}
          labelRowsPerPage={t('wizard.namespaces.rowsPerPage')}
          onPageChange={(_, next) => setPage(next)}
        />
      )}
    </>
  );
};
