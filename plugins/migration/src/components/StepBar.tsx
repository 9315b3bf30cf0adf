/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import Step from '@material-ui/core/Step';
import StepLabel from '@material-ui/core/StepLabel';
import Stepper from '@material-ui/core/Stepper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { MigrationPhase } from '@namespace-migration/plugin-migration-common';
import { formatSeconds, secondsBetween } from '../presentation/formatSeconds';
import { ItineraryStep, stepsOf } from '../presentation/stepsOf';
import { StateIcon } from './StateIcon';

const useStyles = makeStyles(theme => ({
  bar: {
    background: 'transparent',
    padding: theme.spacing(1, 0, 3),
    overflowX: 'auto',
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

/** The steps of the itinerary, with those of a cancellation or failure behind them. */
export const StepBar = (props: { phases: MigrationPhase[]; now: number }) => {
  const classes = useStyles();
  return (
    <Stepper alternativeLabel className={classes.bar}>
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
              {step.step}
            </StepLabel>
          </Step>
        );
      })}
    </Stepper>
  );
};
