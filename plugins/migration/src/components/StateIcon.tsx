/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircle from '@material-ui/icons/CheckCircle';
import ErrorIcon from '@material-ui/icons/Error';
import RadioButtonUnchecked from '@material-ui/icons/RadioButtonUnchecked';
import RemoveCircleOutline from '@material-ui/icons/RemoveCircleOutline';
import { StepState } from '../presentation/stepsOf';
import { migrationTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  completed: { color: theme.palette.success.main },
  failed: { color: theme.palette.error.main },
  idle: { color: theme.palette.text.disabled },
}));

/** The state of a step or phase, also for who does not see it. */
export const StateIcon = (props: { state: StepState; small?: boolean }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const name = t(`states.icons.${props.state}`);
  const fontSize = props.small ? 'small' : 'medium';
  switch (props.state) {
    case 'completed':
      return (
        <CheckCircle
          className={classes.completed}
          fontSize={fontSize}
          titleAccess={name}
        />
      );
    case 'failed':
      return (
        <ErrorIcon
          className={classes.failed}
          fontSize={fontSize}
          titleAccess={name}
        />
      );
    case 'running':
      return (
        <CircularProgress
          disableShrink
          size={props.small ? 18 : 22}
          aria-label={name}
        />
      );
    case 'skipped':
      return (
        <RemoveCircleOutline
          className={classes.idle}
          fontSize={fontSize}
          titleAccess={name}
        />
      );
    default:
      return (
        <RadioButtonUnchecked
          className={classes.idle}
          fontSize={fontSize}
          titleAccess={name}
        />
      );
  }
};
