/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { Side, sideStatus } from '../presentation/sideStatus';
import { migrationTranslationRef } from '../translation';
import { ToneStatus } from './ToneStatus';

const useStyles = makeStyles(theme => ({
  box: {
    border: `1px solid ${theme.palette.divider}`,
    borderTop: `4px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    padding: theme.spacing(2),
    height: '100%',
  },
  live: { borderTopColor: theme.palette.success.main },
  cluster: { overflowWrap: 'anywhere' },
  state: { marginTop: theme.spacing(1.5), fontWeight: 500 },
}));

export interface ClusterBoxProps {
  plan: Plan;
  side: Side;
}

/** One side of the picture: the cluster, the namespaces, and what runs there. */
export const ClusterBox = ({ plan, side }: ClusterBoxProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const status = sideStatus(plan, side, t);
  const namespaces = plan.namespaces.map(mapping =>
    side === 'source' ? mapping.source : mapping.destination ?? mapping.source,
  );
  return (
    <section
      className={`${classes.box} ${plan.live === side ? classes.live : ''}`}
      aria-label={t(`sides.${side}`)}
    >
      <Typography variant="overline" color="textSecondary">
        {t(`sides.${side}`)}
      </Typography>
      <Typography variant="h6" component="p" className={classes.cluster}>
        {plan[side]}
      </Typography>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.cluster}
      >
        {t('sides.namespaces', {
          count: namespaces.length,
          names: namespaces.join(', '),
        })}
      </Typography>
      <Typography variant="body2" component="div" className={classes.state}>
        <ToneStatus tone={status.tone}>{status.label}</ToneStatus>
      </Typography>
    </section>
  );
};
