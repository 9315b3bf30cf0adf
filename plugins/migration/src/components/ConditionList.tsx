/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import Box from '@material-ui/core/Box';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  Condition,
  ConditionCategory,
  ObjectRef,
} from '@namespace-migration/plugin-migration-common';
import { humanize } from '../presentation/humanize';

const order: ConditionCategory[] = [
  'Critical',
  'Error',
  'Required',
  'Warn',
  'Advisory',
];

const useStyles = makeStyles(theme => {
  const edge = (colour: string) => ({
    borderLeft: `4px solid ${colour}`,
    '& $category': { borderColor: colour },
  });
  return {
    list: { listStyle: 'none', margin: 0, padding: 0 },
    condition: {
      padding: theme.spacing(0.5, 2),
      marginBottom: theme.spacing(1.5),
      '&:last-child': { marginBottom: 0 },
    },
    category: { margin: 0 },
    message: { overflowWrap: 'anywhere' },
    Critical: edge(theme.palette.error.main),
    Error: edge(theme.palette.error.main),
    Required: edge(theme.palette.warning.main),
    Warn: edge(theme.palette.warning.main),
    Advisory: edge(theme.palette.info.main),
  };
});

function nameOf(object: ObjectRef): string {
  const path = object.namespace
    ? `${object.namespace}/${object.name}`
    : object.name;
  return `${object.kind} ${path}${
    object.cluster ? ` on ${object.cluster}` : ''
  }`;
}

/** Findings by category, the worst first; each message holds the cause and the cure. */
export const ConditionList = ({ conditions }: { conditions: Condition[] }) => {
  const classes = useStyles();
  const sorted = [...conditions].sort(
    (a, b) => order.indexOf(a.category) - order.indexOf(b.category),
  );
  return (
    <ul className={classes.list}>
      {sorted.map(condition => (
        <li
          key={`${condition.type} ${condition.message}`}
          className={`${classes.condition} ${classes[condition.category]}`}
        >
          <Box display="flex" alignItems="center" gridGap={8} mb={0.5}>
            <Chip
              size="small"
              variant="outlined"
              label={condition.category}
              className={classes.category}
            />
            <Typography variant="subtitle2">
              {humanize(condition.type)}
            </Typography>
            {condition.object && (
              <Typography variant="caption" color="textSecondary">
                {nameOf(condition.object)}
              </Typography>
            )}
          </Box>
          <Typography variant="body2" className={classes.message}>
            {condition.message}
          </Typography>
        </li>
      ))}
    </ul>
  );
};
