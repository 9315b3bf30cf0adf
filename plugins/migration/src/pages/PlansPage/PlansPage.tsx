/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  EmptyState,
  InfoCard,
  LinkButton,
  Progress,
} from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import TablePagination from '@material-ui/core/TablePagination';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { InlineError } from '../../components/InlineError';
import { LoadError } from '../../components/LoadError';
import { useSelection } from '../../hooks/useSelection';
import { errorMessage } from '../../presentation/errorMessage';
import { migrationTranslationRef } from '../../translation';
import { newPlanRouteRef } from '../../routes';
import { DraftsList } from './DraftsList';
import { PlansFilters } from './PlansFilters';
import { PlansTable } from './PlansTable';
import { SelectionBar } from './SelectionBar';
import { useDrafts } from './useDrafts';
import { usePlans } from './usePlans';
import { planPageSizes, usePlansQuery } from './usePlansQuery';

const none: Plan[] = [];

/** All plans, filtered, sorted and paged by the server. */
export const PlansPage = () => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const url = usePlansQuery();
  const { value, error, reload } = usePlans(url.query);
  const selection = useSelection(value?.items ?? none);
  const drafts = useDrafts();
  const newPlan = useRouteRef(newPlanRouteRef)();
  const create = (
    <LinkButton to={newPlan} color="primary" variant="contained">
      {t('wizard.newPlan')}
    </LinkButton>
  );
  // the drafts stand above the plans, which are not to jump when they come
  if (!value || drafts.loading) {
    return error && !value ? (
      <LoadError title={t('plans.loadFailed')} error={error} onRetry={reload} />
    ) : (
      <Progress />
    );
  }
  const empty = value.totalItems === 0;
  if (empty && !url.filtered) {
    return (
      <>
        <DraftsList drafts={drafts} />
        <EmptyState
          missing="content"
          title={t('plans.none.title')}
          description={t('plans.none.description')}
          action={create}
        />
      </>
    );
  }
  return (
    <InfoCard
      title={`${t('plans.title')} (${value.totalItems})`}
      action={
        <Box pt={1} pr={1}>
          {create}
        </Box>
      }
    >
      <DraftsList drafts={drafts} />
      {error && (
        <InlineError
          message={t('plans.outdated', { error: errorMessage(error) })}
        />
      )}
      <PlansFilters url={url} />
      {(!empty || selection.items.length > 0) && (
        <SelectionBar selection={selection} />
      )}
      {empty ? (
        <EmptyState
          missing="data"
          title={t('plans.none.noMatch')}
          description={t('plans.none.noMatchDescription')}
        />
      ) : (
        <>
          <PlansTable plans={value.items} url={url} selection={selection} />
          <TablePagination
            component="div"
            count={value.totalItems}
            page={Math.min(
              url.page,
              Math.ceil(value.totalItems / url.query.limit) - 1,
            )}
            rowsPerPage={url.query.limit}
            rowsPerPageOptions={planPageSizes}
            labelRowsPerPage={t('plans.rowsPerPage')}
            SelectProps={{
              native: true,
              inputProps: { 'aria-label': t('plans.rowsPerPage') },
            }}
            onPageChange={(_, page) => url.set({ page: String(page + 1) })}
            onRowsPerPageChange={event => url.set({ size: event.target.value })}
          />
        </>
      )}
    </InfoCard>
  );
};
