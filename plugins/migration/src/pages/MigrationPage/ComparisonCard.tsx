/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard, Link, Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Migration } from '@namespace-migration/plugin-migration-common';
import { useCallback } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { LoadError } from '../../components/LoadError';
import { useNow } from '../../hooks/useNow';
import { usePolled } from '../../hooks/usePolled';
import { formatBytes } from '../../presentation/formatBytes';
import { formatCount } from '../../presentation/formatCount';
import { formatSeconds } from '../../presentation/formatSeconds';
import { formatTime } from '../../presentation/formatTime';
import { humanize } from '../../presentation/humanize';
import { migrationRouteRef } from '../../routes';
import { migrationTranslationRef } from '../../translation';
import { ComparedRow, compareRuns } from './compareRuns';

const useStyles = makeStyles(theme => ({
  bar: {
    height: 4,
    minWidth: 1,
    marginTop: 2,
    borderRadius: 2,
    background: theme.palette.text.disabled,
  },
  current: { background: theme.palette.primary.main },
  value: { whiteSpace: 'nowrap', minWidth: 96 },
}));

/** This run beside the last ones of its type: how long each phase took, how much was copied and how fast. */
export const ComparisonCard = ({ migration }: { migration: Migration }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const api = useApi(migrationApiRef);
  const linkTo = useRouteRef(migrationRouteRef);
  const now = useNow(!migration.endedAt);
  const { planId, type } = migration;
  const load = useCallback(() => api.listMigrations(planId), [api, planId]);
  // earlier runs have ended
  const { value, error, reload } = usePolled(load, () => undefined);
  const comparison = value && compareRuns(migration, value, now);
  return (
    <InfoCard title={t('comparison.title')}>
      {error && (
        <LoadError
          title={t('comparison.loadFailed')}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <Progress />}
      {value && !comparison && (
        <Typography>{t('comparison.none', { type })}</Typography>
      )}
      {comparison && (
        <TableContainer>
          <Table size="small" aria-label={t('comparison.title')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('comparison.what')}</TableCell>
                {comparison.runs.map(({ id, state, createdAt }) => (
                  <TableCell key={id}>
                    {id === migration.id ? (
                      t('comparison.thisRun')
                    ) : (
                      <Link to={linkTo({ planId, migrationId: id })}>
                        {formatTime(createdAt)}
                      </Link>
                    )}
                    {state !== 'Completed' && ` (${state})`}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {comparison.rows.map(row => {
                const most = Math.max(...row.values.map(one => one ?? 0));
                return (
                  <TableRow key={row.key}>
                    <TableCell component="th" scope="row">
                      {row.figure
                        ? t(`comparison.figures.${row.figure}`)
                        : humanize(row.phase!)}
                    </TableCell>
                    {row.values.map((one, index) => {
                      const { id } = comparison.runs[index];
                      return (
                        <TableCell key={id} className={classes.value}>
                          {one !== undefined && (
                            <>
                              {textOf(row, one)}
                              <div
                                className={
                                  id === migration.id
                                    ? `${classes.bar} ${classes.current}`
                                    : classes.bar
                                }
                                style={{
                                  width: `${most ? (100 * one) / most : 0}%`,
                                }}
                              />
                            </>
                          )}
                        </TableCell>
                      );
                    })}
                  </TableRow>
                );
              })}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </InfoCard>
  );
};

function textOf({ figure }: ComparedRow, value: number): string {
  switch (figure) {
    case 'bytes':
      return formatBytes(value);
    case 'files':
      return formatCount(value);
    case 'rate':
      return `${formatBytes(value)}/s`;
    default:
      return formatSeconds(value);
  }
}
