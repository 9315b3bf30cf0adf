/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { EmptyState } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { ReactElement } from 'react';

const useStyles = makeStyles(theme => ({
  paper: {
    padding: theme.spacing(1, 3),
    marginBottom: theme.spacing(3),
    overflow: 'hidden',
    // Backstage's empty state paints the background of a page of its own
    '& > div': { backgroundColor: 'transparent' },
  },
}));

export interface FirstStepProps {
  title: string;
  description: string;
  action: ReactElement;
}

/** An empty state on a card: what to do first. */
export const FirstStep = (props: FirstStepProps) => {
  const classes = useStyles();
  return (
    <Paper className={classes.paper}>
      <EmptyState missing="content" {...props} />
    </Paper>
  );
};
