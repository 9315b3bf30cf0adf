/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Link, Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Grid from '@material-ui/core/Grid';
import { useParams } from 'react-router-dom';
import { InlineError } from '../../components/InlineError';
import { LoadError } from '../../components/LoadError';
import { MigrationCard } from '../../components/MigrationCard';
import { PlanActions } from '../../components/PlanActions';
import { useMigration } from '../../hooks/useMigration';
import { usePlan } from '../../hooks/usePlan';
import { errorMessage } from '../../presentation/errorMessage';
import { planRouteRef } from '../../routes';
import { migrationTranslationRef } from '../../translation';
import { ComparisonCard } from './ComparisonCard';
import { CreatedCard } from './CreatedCard';
import { DiagnosticsButton } from './DiagnosticsButton';
import { DowntimeClock } from './DowntimeClock';
import { EventsCard } from './EventsCard';
import { ImagesCard } from './ImagesCard';
import { HookRunsCard } from './HookRunsCard';
import { ObjectsCard } from './ObjectsCard';
import { PodsCard } from './PodsCard';
import { TimelineCard } from './TimelineCard';

/** One migration of a plan from its steps down to its events. */
export const MigrationPage = () => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { planId = '', migrationId = '' } = useParams();
  const planLink = useRouteRef(planRouteRef)({ planId });
  const plan = usePlan(planId);
  const { value: migration, error, reload } = useMigration(migrationId);
  if (error && !migration) {
    return (
      <LoadError
        title={t('migration.loadFailed')}
        error={error}
        onRetry={reload}
      >
        <Link to={planLink}>{t('migration.backUnnamed')}</Link>
      </LoadError>
    );
  }
  if (plan.error && !plan.value) {
    return (
      <LoadError
        title={t('migration.planFailed')}
        error={plan.error}
        onRetry={plan.reload}
      >
        <Link to={planLink}>{t('migration.backUnnamed')}</Link>
      </LoadError>
    );
  }
  if (!migration || !plan.value) {
    return <Progress />;
  }
  const isLast = plan.value.lastMigration?.id === migrationId;
  return (
    <Grid container spacing={3}>
      <Grid item xs={12}>
        <Box display="flex" justifyContent="space-between" alignItems="center">
          <Link to={planLink} style={{ overflowWrap: 'anywhere' }}>
            {t('migration.back', { name: plan.value.name })}
          </Link>
          <Box display="flex" flexWrap="wrap" alignItems="center" gridGap={8}>
            <DiagnosticsButton migrationId={migrationId} />
            {isLast && (
              <PlanActions
                plan={plan.value}
                onChanged={() => {
                  plan.reload();
                  reload();
                }}
              />
            )}
          </Box>
        </Box>
      </Grid>
      {error && (
        <Grid item xs={12}>
          <InlineError
            message={t('migration.outdated', { error: errorMessage(error) })}
          />
        </Grid>
      )}
      {migration.type === 'cutover' && (
        <Grid item xs={12}>
          <DowntimeClock migration={migration} />
        </Grid>
      )}
      <Grid item xs={12}>
        <TimelineCard migration={migration} />
      </Grid>
      <Grid item xs={12}>
        <MigrationCard migration={migration} plan={plan.value} open />
      </Grid>
      {migration.images && (
        <Grid item xs={12}>
          <ImagesCard migration={migration} />
        </Grid>
      )}
      <Grid item xs={12}>
        <PodsCard migration={migration} />
      </Grid>
      <Grid item xs={12}>
        <HookRunsCard migration={migration} />
      </Grid>
      <Grid item xs={12}>
        <ObjectsCard migration={migration} />
      </Grid>
      <Grid item xs={12}>
        <CreatedCard migration={migration} />
      </Grid>
      <Grid item xs={12}>
        <ComparisonCard migration={migration} />
      </Grid>
      <Grid item xs={12}>
        <EventsCard migration={migration} />
      </Grid>
    </Grid>
  );
};
