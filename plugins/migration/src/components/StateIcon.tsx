/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircle from '@material-ui/icons/CheckCircle';
import ErrorIcon from '@material-ui/icons/Error';
import RadioButtonUnchecked from '@material-ui/icons/RadioButtonUnchecked';
import RemoveCircleOutline from '@material-ui/icons/RemoveCircleOutline';
import { StepState } from '../presentation/stepsOf';

const useStyles = makeStyles(theme => ({
  completed: { color: theme.palette.success.main },
  failed: { color: theme.palette.error.main },
  idle: { color: theme.palette.text.disabled },
}));

/** The state of a step or phase, also for who does not see it. */
export const StateIcon = (props: { state: StepState; small?: boolean }) => {
  const classes = useStyles();
  const fontSize = props.small ? 'small' : 'medium';
  switch (props.state) {
    case 'completed':
      return (
        <CheckCircle
          className={classes.completed}
          fontSize={fontSize}
          titleAccess="completed"
        />
      );
    case 'failed':
      return (
        <ErrorIcon
          className={classes.failed}
          fontSize={fontSize}
          titleAccess="failed"
        />
      );
    case 'running':
      return (
        <CircularProgress
          disableShrink
          size={props.small ? 18 : 22}
          aria-label="running"
        />
      );
    case 'skipped':
      return (
        <RemoveCircleOutline
          className={classes.idle}
          fontSize={fontSize}
          titleAccess="skipped"
        />
      );
    default:
      return (
        <RadioButtonUnchecked
          className={classes.idle}
          fontSize={fontSize}
          titleAccess="pending"
        />
      );
  }
};
