/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Link, Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Grid from '@material-ui/core/Grid';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { InlineError } from '../../components/InlineError';
import { LoadError } from '../../components/LoadError';
import { MigrationHistory } from '../../components/MigrationHistory';
import { PlanCard } from '../../components/PlanCard';
import { PlannedVolumesTable } from '../../components/PlannedVolumesTable';
import { useMigrations } from '../../hooks/useMigrations';
import { usePlan } from '../../hooks/usePlan';
import { errorMessage } from '../../presentation/errorMessage';
import { migrationRouteRef, rootRouteRef } from '../../routes';
import { migrationTranslationRef } from '../../translation';
import { AnalyticsCard } from './AnalyticsCard';
import { ChecksCard } from './ChecksCard';
import { ConditionsCard } from './ConditionsCard';
import { LastMigration } from './LastMigration';
import { PlanHooksCard } from './PlanHooksCard';
import { PreviewCard } from './PreviewCard';

/** All that is known about a plan, and what can be done with it. */
export const PlanPage = () => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const planId = useParams().planId ?? '';
  const plans = `${useRouteRef(rootRouteRef)()}/plans`;
  const migrationLink = useRouteRef(migrationRouteRef);
  const navigate = useNavigate();
  const { value: plan, error, reload } = usePlan(planId);
  const history = useMigrations(planId, plan?.lastMigration);
  const mine = useMemo(
    () => ({
      entityRef: plan?.entityRef ?? '',
      namespaces: plan?.namespaces.map(({ source }) => source) ?? [],
    }),
    [plan],
  );

  if (!plan) {
    return error ? (
      <LoadError title={t('plan.loadFailed')} error={error} onRetry={reload}>
        <Link to={plans}>{t('plan.back')}</Link>
      </LoadError>
    ) : (
      <Progress />
    );
  }
  const open = (migrationId: string) =>
    navigate(migrationLink({ planId, migrationId }));
  return (
    <Grid container spacing={3}>
      <Grid item xs={12}>
        <Link to={plans}>{t('plan.back')}</Link>
        {error && (
          <InlineError
            message={t('plan.outdated', { error: errorMessage(error) })}
          />
        )}
      </Grid>
      <Grid item xs={12}>
        <PlanCard
          plan={plan}
          entityName={plan.name}
          mine={mine}
          onChanged={reload}
          onDeleted={() => navigate(plans)}
        />
      </Grid>
      {plan.lastMigration && (
        <Grid item xs={12}>
          <LastMigration
            migration={plan.lastMigration}
            link={migrationLink({
              planId,
              migrationId: plan.lastMigration.id,
            })}
          />
        </Grid>
      )}
      <Grid item xs={12} lg={6}>
        <ConditionsCard conditions={plan.conditions} />
      </Grid>
      <Grid item xs={12} lg={6}>
        <ChecksCard plan={plan} />
      </Grid>
      <Grid item xs={12}>
        <PlannedVolumesTable plan={plan} />
      </Grid>
      <Grid item xs={12}>
        <AnalyticsCard plan={plan} />
      </Grid>
      <Grid item xs={12}>
        <PreviewCard planId={planId} />
      </Grid>
      <Grid item xs={12}>
        <PlanHooksCard plan={plan} />
      </Grid>
      {plan.lastMigration && (
        <Grid item xs={12}>
          <MigrationHistory history={history} onSelect={open} />
        </Grid>
      )}
    </Grid>
  );
};
