/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { WavePlan } from '@namespace-migration/plugin-migration-common';
import { ToneStatus } from '../../components/ToneStatus';
import { formatBytes } from '../../presentation/formatBytes';
import {
  formatSeconds,
  secondsBetween,
} from '../../presentation/formatSeconds';
import { humanize } from '../../presentation/humanize';
import { wavePlanTones } from '../../presentation/waveStatus';
import { migrationRouteRef, planRouteRef } from '../../routes';
import { migrationTranslationRef } from '../../translation';

const useStyles = makeStyles({
  name: { overflowWrap: 'anywhere', minWidth: 120 },
  what: { overflowWrap: 'anywhere', minWidth: 200, width: '35%' },
  whole: { whiteSpace: 'nowrap' },
});

export interface WavePlanRowProps {
  plan: WavePlan;
  /** From 1. */
  position: number;
  /** Of all plans of the wave, by id. */
  names: Map<string, string>;
  now: number;
}

/** A plan of a wave: its state, what it waits for or why it was not started, and the way to its migration. */
export const WavePlanRow = (props: WavePlanRowProps) => {
  const { plan, position, now } = props;
  const { planId, name, source, destination, migrationId } = plan;
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const planLink = useRouteRef(planRouteRef);
  const migrationLink = useRouteRef(migrationRouteRef);
  const exists = source !== undefined;
  const seconds = migrationId
    ? secondsBetween(plan.startedAt, plan.endedAt, now)
    : undefined;
  return (
    <TableRow hover>
      <TableCell>{position}</TableCell>
      <TableCell className={classes.name}>
        {exists ? <Link to={planLink({ planId })}>{name}</Link> : name}
      </TableCell>
      <TableCell className={classes.whole}>
        <ToneStatus tone={wavePlanTones[plan.state]}>
          {t(`waves.planStates.${plan.state}`)}
        </ToneStatus>
      </TableCell>
      <TableCell className={classes.name}>
        {exists
          ? t('waves.plans.clusters', {
              source,
              destination: destination ?? '',
            })
          : t('waves.plans.gone')}
      </TableCell>
      <TableCell className={classes.what}>
        <What {...props} />
      </TableCell>
      <TableCell className={classes.whole}>
        {seconds === undefined ? '' : formatSeconds(seconds)}
      </TableCell>
      <TableCell>
        {migrationId && exists && plan.state !== 'Removed' && (
          <Link
            to={migrationLink({ planId, migrationId })}
            aria-label={t('waves.plans.openOf', { name })}
          >
            {t('waves.plans.open')}
          </Link>
        )}
      </TableCell>
    </TableRow>
  );
};

const What = ({ plan, names }: WavePlanRowProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  if (plan.state === 'Waiting') {
    return (
      <Typography variant="body2" color="textSecondary">
        {plan.after.length > 0
          ? t('waves.plans.after', {
              names: plan.after.map(id => names.get(id) ?? id).join(', '),
            })
          : t('waves.plans.turn')}
      </Typography>
    );
  }
  if (plan.state !== 'Running') {
    return <Typography variant="body2">{plan.reason}</Typography>;
  }
  const { phase, bytesDone = 0, bytesTotal = 0 } = plan.progress ?? {};
  const known = bytesTotal > 0;
  return (
    <>
      <LinearProgress
        aria-label={t('waves.plans.progressOf', { name: plan.name })}
        variant={known ? 'determinate' : 'indeterminate'}
        value={known ? Math.min(100, (bytesDone / bytesTotal) * 100) : 0}
      />
      <Typography variant="caption" color="textSecondary">
        {[
          phase && humanize(phase),
          known &&
            t('waves.plans.copied', {
              done: formatBytes(bytesDone),
              total: formatBytes(bytesTotal),
            }),
        ]
          .filter(Boolean)
          .join(' · ') || '\u00a0'}
      </Typography>
    </>
  );
};
