/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard, Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Grid from '@material-ui/core/Grid';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { migrationApiRef } from '../../api/migrationApiRef';
import { ConditionList } from '../../components/ConditionList';
import { InlineError } from '../../components/InlineError';
import { LoadError } from '../../components/LoadError';
import { useCommand } from '../../hooks/useCommand';
import { analyticsTotals } from '../../presentation/analyticsTotals';
import { errorMessage } from '../../presentation/errorMessage';
import { formatTime } from '../../presentation/formatTime';
import { migrationTranslationRef } from '../../translation';
import { AnalyticsFigures } from './AnalyticsFigures';
import { AnalyticsNamespaces } from './AnalyticsNamespaces';
import { EstimateNote } from './EstimateNote';
import { KindBars } from './KindBars';
import { useAnalytics } from './useAnalytics';

/** How much the plan brings, and how long it may take, with what that is based on. */
export const AnalyticsCard = ({ plan }: { plan: Plan }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const api = useApi(migrationApiRef);
  const { value: found, error, loading, reload } = useAnalytics(plan.id);
  const command = useCommand();
  const running = found?.state === 'running';
  const start = async () => {
    await command.run(async () => {
      await api.startAnalytics(plan.id);
    });
    reload();
  };
  const totals = analyticsTotals(found?.namespaces ?? []);
  return (
    <InfoCard
      title={t('analytics.title')}
      subheader={
        found
          ? t('analytics.madeAt', {
              time: formatTime(found.endedAt ?? found.startedAt),
            })
          : t('analytics.about')
      }
      action={
        <Box pt={1} pr={1}>
          <Button
            variant="outlined"
            color="primary"
            disabled={loading || running || command.running}
            onClick={start}
          >
            {found ? t('analytics.again') : t('analytics.start')}
          </Button>
        </Box>
      }
    >
      {command.error && <InlineError message={errorMessage(command.error)} />}
      {loading && <Progress />}
      {error && (
        <LoadError
          title={t('analytics.loadFailed')}
          error={error}
          onRetry={reload}
        />
      )}
      {found === null && <Typography>{t('analytics.none')}</Typography>}
      {found && (
        <>
          {running && (
            <Box mb={2} aria-live="polite">
              <Typography gutterBottom>
                {t('analytics.running', {
                  done: String(found.progress.done),
                  total: String(found.progress.total),
                })}
              </Typography>
              <LinearProgress aria-label={t('analytics.title')} />
            </Box>
          )}
          {!found.current && <InlineError message={t('analytics.outdated')} />}
          {found.state === 'failed' && (
            <InlineError message={t('analytics.failed')} />
          )}
          {found.conditions.length > 0 && (
            <Box mb={2}>
              <ConditionList conditions={found.conditions} />
            </Box>
          )}
          {found.namespaces.length > 0 && (
            <>
              <AnalyticsFigures totals={totals} estimate={found.estimate} />
              {found.estimate && (
                <EstimateNote estimate={found.estimate} plan={plan} />
              )}
              <Grid container spacing={3}>
                {totals.kinds.length > 0 && (
                  <Grid item xs={12} md={6}>
                    <KindBars
                      title={t('analytics.kinds.title')}
                      kinds={totals.kinds}
                    />
                  </Grid>
                )}
                {totals.incompatible.length > 0 && (
                  <Grid item xs={12} md={6}>
                    <KindBars
                      title={t('analytics.incompatible.title')}
                      about={t('analytics.incompatible.about', {
                        destination: plan.destination,
                      })}
                      kinds={totals.incompatible}
                      bad
                    />
                  </Grid>
                )}
              </Grid>
              <AnalyticsNamespaces namespaces={found.namespaces} />
            </>
          )}
        </>
      )}
    </InfoCard>
  );
};
