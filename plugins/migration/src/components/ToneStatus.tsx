/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  StatusAborted,
  StatusError,
  StatusOK,
  StatusPending,
  StatusRunning,
  StatusWarning,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { ComponentType, PropsWithChildren } from 'react';
import { Tone } from '../presentation/planStatus';

const dots: Record<Tone | 'idle', ComponentType<PropsWithChildren<{}>>> = {
  ok: StatusOK,
  running: StatusRunning,
  pending: StatusPending,
  warning: StatusWarning,
  error: StatusError,
  idle: StatusAborted,
};

// the dot brings a text size of its own; here it has that of its surroundings
const useStyles = makeStyles({
  status: { '& > span': { fontSize: 'inherit', fontWeight: 'inherit' } },
});

/** Backstage's status dot with its text. */
export const ToneStatus = (
  props: PropsWithChildren<{ tone: Tone | 'idle' }>,
) => {
  const Dot = dots[props.tone];
  const classes = useStyles();
  return (
    <span className={classes.status}>
      <Dot>{props.children}</Dot>
    </span>
  );
};
