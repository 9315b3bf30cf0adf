/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { NamespaceAnalytics } from '@namespace-migration/plugin-migration-common';
import { TablePages, usePage } from '../../components/TablePages';
import { analyticsMessages } from '../../messages/analytics';
import {
  AnalyticsTotals,
  analyticsTotals,
} from '../../presentation/analyticsTotals';
import { formatBytes } from '../../presentation/formatBytes';
import { formatCount } from '../../presentation/formatCount';
import { migrationTranslationRef } from '../../translation';

const columns = Object.keys(analyticsMessages.namespaces.columns) as Array<
  keyof typeof analyticsMessages.namespaces.columns
>;

const useStyles = makeStyles(theme => ({
  name: { overflowWrap: 'anywhere', minWidth: 120 },
  space: { width: '40%', minWidth: 180 },
  track: {
    height: 10,
    borderRadius: 2,
    border: `1px solid ${theme.palette.text.secondary}`,
    overflow: 'hidden',
  },
  used: { height: '100%', backgroundColor: theme.palette.primary.main },
}));

/** Each namespace in numbers; its bar is as long as it is large beside the largest, and filled as far as it is used. */
export const AnalyticsNamespaces = (props: {
  namespaces: NamespaceAnalytics[];
}) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const all = props.namespaces.map(one => ({
    namespace: one.namespace,
    totals: analyticsTotals([one]),
  }));
  const largest = Math.max(1, ...all.map(one => one.totals.capacityBytes));
  const { rows, pages } = usePage(all);
  const counts = ({
    objects,
    claims,
    images,
    incompatibleObjects,
  }: AnalyticsTotals) => [objects, claims, images, incompatibleObjects];
  return (
    <>
      <Typography variant="subtitle2" component="h3">
        {t('analytics.namespaces.title')}
      </Typography>
      <TableContainer>
        <Table size="small" aria-label={t('analytics.namespaces.title')}>
          <TableHead>
            <TableRow>
              {columns.map(column => (
                <TableCell key={column}>
                  {t(`analytics.namespaces.columns.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ namespace, totals }) => (
              <TableRow key={namespace}>
                <TableCell className={classes.name}>{namespace}</TableCell>
                {counts(totals).map((count, index) => (
                  <TableCell key={columns[index + 1]}>
                    {formatCount(count)}
                  </TableCell>
                ))}
                <TableCell className={classes.space}>
                  <Space totals={totals} largest={largest} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <TablePages
        {...pages}
        rowsPerPage={t('analytics.namespaces.rowsPerPage')}
      />
    </>
  );
};

const Space = (props: { totals: AnalyticsTotals; largest: number }) => {
  const { claims, capacityBytes, usedBytes, usedUnknown } = props.totals;
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  if (claims === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('analytics.namespaces.noClaims')}
      </Typography>
    );
  }
  const capacity = formatBytes(capacityBytes);
  const used = formatBytes(usedBytes ?? 0);
  return (
    <>
      <div
        aria-hidden
        className={classes.track}
        style={{ width: `${(capacityBytes / props.largest) * 100}%` }}
      >
        <div
          className={classes.used}
          style={{
            width: `${Math.min(
              100,
              ((usedBytes ?? 0) / Math.max(1, capacityBytes)) * 100,
            )}%`,
          }}
        />
      </div>
      <Typography variant="caption" color="textSecondary">
        {usedBytes === undefined
          ? t('analytics.namespaces.spaceUnknown', { capacity })
          : usedUnknown > 0
          ? t('analytics.namespaces.spacePartly', { used, capacity })
          : t('analytics.namespaces.space', { used, capacity })}
      </Typography>
    </>
  );
};
