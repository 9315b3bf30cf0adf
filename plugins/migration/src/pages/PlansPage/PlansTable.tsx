/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Checkbox from '@material-ui/core/Checkbox';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { useNavigate } from 'react-router-dom';
import { HeadCell } from '../../components/HeadCell';
import { Person } from '../../components/Person';
import { ToneStatus } from '../../components/ToneStatus';
import { Selection } from '../../hooks/useSelection';
import { plansMessages } from '../../messages/plans';
import { formatTime } from '../../presentation/formatTime';
import { planTone } from '../../presentation/planStatus';
import { planRouteRef } from '../../routes';
import { migrationTranslationRef } from '../../translation';
import { PlanSort, PlansUrl } from './usePlansQuery';

type Column = keyof typeof plansMessages.columns;
const columns = Object.keys(plansMessages.columns) as Column[];
const sorts: Partial<Record<Column, PlanSort>> = {
  name: 'name',
  source: 'source',
  destination: 'destination',
  updatedAt: 'updatedAt',
};
const namespacesShown = 3;

const useStyles = makeStyles({
  row: { cursor: 'pointer' },
  name: { overflowWrap: 'anywhere', minWidth: 120 },
  whole: { whiteSpace: 'nowrap' },
  time: { minWidth: 110 },
});

export interface PlansTableProps {
  plans: Plan[];
  url: PlansUrl;
  selection: Selection<Plan>;
}

/** The plans of a page; a click on a row, or its link, opens the plan. */
export const PlansTable = ({ plans, url, selection }: PlansTableProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const planLink = useRouteRef(planRouteRef);
  const navigate = useNavigate();
  const { sort, order } = url.query;
  const selected = plans.filter(({ id }) => selection.has(id)).length;
  const sortBy = (column: PlanSort) =>
    url.set({
      sort: column,
      order: sort === column && order === 'asc' ? 'desc' : 'asc',
    });
  return (
    <TableContainer>
      <Table size="small" aria-label={t('plans.title')}>
        <TableHead>
          <TableRow>
            <TableCell padding="checkbox">
              <Checkbox
                color="primary"
                checked={selected === plans.length}
                indeterminate={selected > 0 && selected < plans.length}
                onChange={(_, checked) => selection.set(plans, checked)}
                inputProps={{ 'aria-label': t('waves.selection.page') }}
              />
            </TableCell>
            {columns.map(column => {
              const by = sorts[column];
              const active = by !== undefined && by === sort;
              return (
                <HeadCell key={column} sortDirection={active ? order : false}>
                  {by ? (
                    <TableSortLabel
                      active={active}
                      direction={active ? order : 'asc'}
                      onClick={() => sortBy(by)}
                    >
                      {t(`plans.columns.${column}`)}
                    </TableSortLabel>
                  ) : (
                    t(`plans.columns.${column}`)
                  )}
                </HeadCell>
              );
            })}
          </TableRow>
        </TableHead>
        <TableBody>
          {plans.map(plan => {
            const link = planLink({ planId: plan.id });
            const more = plan.namespaces.length - namespacesShown;
            return (
              <TableRow
                key={plan.id}
                hover
                className={classes.row}
                onClick={event => {
                  // links in the row go where they say
                  if (!(event.target as HTMLElement).closest('a')) {
                    navigate(link);
                  }
                }}
              >
                <TableCell
                  padding="checkbox"
                  onClick={event => event.stopPropagation()}
                >
                  <Checkbox
                    color="primary"
                    checked={selection.has(plan.id)}
                    onChange={(_, checked) => selection.set([plan], checked)}
                    inputProps={{
                      'aria-label': t('waves.selection.plan', {
                        name: plan.name,
                      }),
                    }}
                  />
                </TableCell>
                <TableCell className={classes.name}>
                  <Link to={link}>{plan.name}</Link>
                </TableCell>
                <TableCell className={classes.whole}>
                  <ToneStatus tone={planTone(plan.state)}>
                    {t(`plans.states.${plan.state}`)}
                  </ToneStatus>
                </TableCell>
                <TableCell>{t(`plans.types.${plan.type ?? 'full'}`)}</TableCell>
                <TableCell>{plan.source}</TableCell>
                <TableCell>{plan.destination}</TableCell>
                <TableCell className={classes.name}>
                  {plan.namespaces
                    .slice(0, namespacesShown)
                    .map(({ source }) => source)
                    .join(', ')}
                  {more > 0 && ` ${t('plans.more', { amount: String(more) })}`}
                </TableCell>
                <TableCell>
                  {plan.entityRef && (
                    <EntityRefLink entityRef={plan.entityRef} />
                  )}
                </TableCell>
                <TableCell className={classes.whole}>
                  {plan.createdBy && <Person subject={plan.createdBy} />}
                </TableCell>
                <TableCell className={classes.time}>
                  {formatTime(plan.updatedAt)}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
