/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';

const useStyles = makeStyles(theme => ({
  '@keyframes flow': {
    from: { strokeDashoffset: 24 },
    to: { strokeDashoffset: 0 },
  },
  arrow: {
    textAlign: 'center',
    [theme.breakpoints.down('xs')]: { '& svg': { display: 'none' } },
  },
  line: { stroke: theme.palette.text.disabled, strokeWidth: 2, fill: 'none' },
  moving: {
    stroke: theme.palette.primary.main,
    strokeWidth: 3,
    strokeDasharray: '8 4',
    animation: '$flow 1s linear infinite',
    '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
  },
}));

export interface MovingArrowProps {
  moving: boolean;
  reversed: boolean;
  label?: string;
}

export const MovingArrow = ({ moving, reversed, label }: MovingArrowProps) => {
  const classes = useStyles();
  return (
    <div className={classes.arrow}>
      <Typography variant="body2" color="textSecondary">
        {label ?? '\u00a0'}
      </Typography>
      <svg
        viewBox="0 0 160 24"
        width="100%"
        aria-hidden
        style={reversed ? { transform: 'scaleX(-1)' } : undefined}
      >
        <path
          className={`${classes.line} ${moving ? classes.moving : ''}`}
          d="M2 12 H152"
        />
        <path className={classes.line} d="M146 5 L156 12 L146 19" />
      </svg>
      <Typography variant="body2">{'\u00a0'}</Typography>
    </div>
  );
};
