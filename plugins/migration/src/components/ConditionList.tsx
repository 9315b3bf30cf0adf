/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  Condition,
  ConditionCategory,
  ObjectRef,
} from '@namespace-migration/plugin-migration-common';
import { ReactNode } from 'react';
import { humanize } from '../presentation/humanize';
import { migrationTranslationRef, Translate } from '../translation';

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

function nameOf(object: ObjectRef, t: Translate): string {
  const path = object.namespace
    ? `${object.namespace}/${object.name}`
    : object.name;
  const named = `${object.kind} ${path}`;
  return object.cluster
    ? t('entity.objectOnCluster', { object: named, cluster: object.cluster })
    : named;
}

export interface ConditionListProps {
  conditions: Condition[];
  /** What can be done about one, below its message. */
  action?(condition: Condition): ReactNode;
}

/** Findings by category, the worst first; each message holds the cause and the cure. */
export const ConditionList = (props: ConditionListProps) => {
  const { conditions, action } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
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
              label={t(`states.categories.${condition.category}`)}
              className={classes.category}
            />
            <Typography variant="subtitle2">
              {humanize(condition.type)}
            </Typography>
            {condition.object && (
              <Typography variant="caption" color="textSecondary">
                {nameOf(condition.object, t)}
              </Typography>
            )}
          </Box>
          <Typography variant="body2" className={classes.message}>
            {condition.message}
          </Typography>
          {action?.(condition)}
        </li>
      ))}
    </ul>
  );
};
