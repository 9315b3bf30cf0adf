/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { usePlanLink } from '../hooks/usePlanLink';
import { planStatus } from '../presentation/planStatus';
import { totalProgress } from '../presentation/volumeProgress';
import { migrationTranslationRef } from '../translation';
import { ToneStatus } from './ToneStatus';

const useStyles = makeStyles({ name: { overflowWrap: 'anywhere' } });

/** A plan in a few lines: its name, state, where the application lives, what moves now. */
export const PlanSummary = ({ plan }: { plan: Plan }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const planLink = usePlanLink();
  const status = planStatus(plan, t);
  const { live, lastMigration: last } = plan;
  const running = last !== undefined && !last.endedAt;
  const waitsFor = running
    ? last.phases.find(({ state }) => state === 'waiting')?.waitingFor
    : undefined;
  const names = plan.namespaces.map(({ source, destination }) =>
    live === 'destination' ? destination ?? source : source,
  );
  return (
    <Box pt={1} pb={1}>
      <Box display="flex" justifyContent="space-between" gridGap={16}>
        <Typography variant="subtitle1" className={classes.name}>
          {planLink ? (
            <Link to={planLink({ planId: plan.id })}>{plan.name}</Link>
          ) : (
            plan.name
          )}
        </Typography>
        <ToneStatus tone={status.tone}>{status.label}</ToneStatus>
      </Box>
      <Typography variant="body2" className={classes.name}>
        {live === 'none'
          ? t('overview.stopped')
          : t('overview.runsOn', { cluster: plan[live] })}
      </Typography>
      <Typography
        variant="caption"
        color="textSecondary"
        className={classes.name}
      >
        {t('overview.namespaces', { names: names.join(', ') })}
      </Typography>
      {running && (
        <Box mt={1} aria-live="polite">
          <RunningBar plan={plan} />
          {waitsFor && (
            <Typography variant="caption">
              {t('overview.waits', { what: waitsFor })}
            </Typography>
          )}
        </Box>
      )}
    </Box>
  );
};

const RunningBar = ({ plan }: { plan: Plan }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { percent } = totalProgress(plan.lastMigration?.volumes ?? []);
  return (
    <LinearProgress
      aria-label={t('overview.progress', { plan: plan.name })}
      variant={percent === undefined ? 'indeterminate' : 'determinate'}
      value={percent}
    />
  );
};
