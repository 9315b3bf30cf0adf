/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { makeStyles } from '@material-ui/core/styles';
import { PropsWithChildren, ReactNode, useState } from 'react';

const useStyles = makeStyles(theme => ({
  branch: {
    '& > summary': {
      ...theme.typography.body2,
      cursor: 'pointer',
      padding: theme.spacing(0.5, 0),
      overflowWrap: 'anywhere',
    },
  },
  content: {
    marginLeft: theme.spacing(0.75),
    paddingLeft: theme.spacing(2),
    borderLeft: `1px solid ${theme.palette.divider}`,
  },
}));

/** A branch of a tree, the browser's own. What is in it is made when it is opened for the first time. */
export const Branch = (
  props: PropsWithChildren<{ title: ReactNode; startOpen?: boolean }>,
) => {
  const classes = useStyles();
  const [opened, setOpened] = useState(Boolean(props.startOpen));
  return (
    <details
      className={classes.branch}
      open={props.startOpen}
      onToggle={event => event.currentTarget.open && setOpened(true)}
    >
      <summary>{props.title}</summary>
      {opened && <div className={classes.content}>{props.children}</div>}
    </details>
  );
};
