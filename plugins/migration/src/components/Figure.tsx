/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';

const useStyles = makeStyles(theme => ({
  bad: { color: theme.palette.error.main },
}));

/** A number with its name. */
export const Figure = (props: {
  label: string;
  value: string;
  bad?: boolean;
}) => {
  const classes = useStyles();
  return (
    <div>
      <Typography variant="caption" color="textSecondary" component="div">
        {props.label}
      </Typography>
      <Typography
        variant="h6"
        component="div"
        className={props.bad ? classes.bad : undefined}
      >
        {props.value}
      </Typography>
    </div>
  );
};
