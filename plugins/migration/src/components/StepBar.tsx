/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Step from '@material-ui/core/Step';
import StepLabel from '@material-ui/core/StepLabel';
import Stepper from '@material-ui/core/Stepper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { MigrationPhase } from '@namespace-migration/plugin-migration-common';
import { formatSeconds, secondsBetween } from '../presentation/formatSeconds';
import { phaseName } from '../presentation/phaseName';
import { ItineraryStep, stepsOf } from '../presentation/stepsOf';
import { waitOf } from '../presentation/waitOf';
import { migrationTranslationRef } from '../translation';
import { StateIcon } from './StateIcon';
import { WaitText } from './WaitText';

const useStyles = makeStyles(theme => ({
  bar: {
    background: 'transparent',
    padding: theme.spacing(1, 0, 2),
    overflowX: 'auto',
  },
  now: {
    // two lines from the start, so that a reason that comes and goes moves nothing
    minHeight: '3em',
    marginBottom: theme.spacing(2),
    textAlign: 'center',
    overflowWrap: 'anywhere',
  },
}));

function secondsOf({ phases }: ItineraryStep, now: number): number | undefined {
  const times = phases
    .map(phase => secondsBetween(phase.startedAt, phase.endedAt, now))
    .filter((value): value is number => value !== undefined);
  return times.length
    ? times.reduce((sum, value) => sum + value, 0)
    : undefined;
}

/** The steps of the itinerary, with those of a cancellation or failure behind them, and what goes on just now. */
export const StepBar = (props: { phases: MigrationPhase[]; now: number }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const current = props.phases.find(({ state }) =>
    ['running', 'waiting'].includes(state),
  );
  const wait = current && waitOf(current, props.now);
  return (
    <>
      <Stepper
        alternativeLabel
        className={classes.bar}
        role="group"
        aria-label={t('itinerary.steps')}
      >
        {stepsOf(props.phases).map((step, index) => {
          const seconds = secondsOf(step, props.now);
          const running = step.state === 'running';
          return (
            <Step
              key={`${index} ${step.step}`}
              active={running}
              completed={step.state === 'completed'}
              aria-current={running ? 'step' : undefined}
            >
              <StepLabel
                error={step.state === 'failed'}
                icon={<StateIcon state={step.state} />}
                optional={
                  <Typography
                    variant="caption"
                    color="textSecondary"
                    align="center"
                    display="block"
                  >
                    {seconds === undefined ? '\u00a0' : formatSeconds(seconds)}
                  </Typography>
                }
              >
                {t(`states.steps.${step.step}`)}
              </StepLabel>
            </Step>
          );
        })}
      </Stepper>
      {current && (
        <div className={classes.now}>
          <Typography variant="body2">
            {t('itinerary.now', {
              phase: phaseName(current.phase, t),
              seconds: formatSeconds(
                secondsBetween(current.startedAt, undefined, props.now) ?? 0,
              ),
            })}
          </Typography>
          {wait && (
            <Typography variant="caption" color="textSecondary">
              <WaitText wait={wait} />
            </Typography>
          )}
        </div>
      )}
    </>
  );
};
