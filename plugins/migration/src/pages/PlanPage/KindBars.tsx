/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { KindCount } from '@namespace-migration/plugin-migration-common';
import { formatCount } from '../../presentation/formatCount';
import { migrationTranslationRef } from '../../translation';

const SHOWN = 8;

const useStyles = makeStyles(theme => ({
  bars: {
    listStyle: 'none',
    margin: theme.spacing(1, 0),
    padding: 0,
    display: 'grid',
    // names as wide as they need, up to a third; bars take the rest
    gridTemplateColumns: 'fit-content(45%) 1fr auto',
    gap: theme.spacing(0.5, 1.5),
    alignItems: 'center',
  },
  row: { display: 'contents' },
  name: { ...theme.typography.body2, overflowWrap: 'anywhere' },
  bar: {
    height: 10,
    minWidth: 2,
    borderRadius: 2,
    backgroundColor: theme.palette.primary.main,
  },
  bad: { backgroundColor: theme.palette.error.main },
  count: { ...theme.typography.body2, textAlign: 'right' },
}));

export interface KindBarsProps {
  title: string;
  about?: string;
  /** The most first. */
  kinds: KindCount[];
  bad?: boolean;
}

/** A bar for each kind, as long as there are objects of it. */
export const KindBars = ({ title, about, kinds, bad }: KindBarsProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const most = kinds[0]?.count ?? 1;
  const more = kinds.length - SHOWN;
  return (
    <Box mb={2}>
      <Typography variant="subtitle2" component="h3">
        {title}
      </Typography>
      {about && (
        <Typography variant="body2" color="textSecondary">
          {about}
        </Typography>
      )}
      <ul className={classes.bars}>
        {kinds.slice(0, SHOWN).map(({ apiVersion, kind, count }) => (
          <li key={`${apiVersion} ${kind}`} className={classes.row}>
            <span className={classes.name} title={apiVersion}>
              {kind}
            </span>
            <span
              aria-hidden
              className={`${classes.bar} ${bad ? classes.bad : ''}`}
              style={{ width: `${(count / most) * 100}%` }}
            />
            <span className={classes.count}>{formatCount(count)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Typography variant="caption" color="textSecondary">
          {t('analytics.kinds.more', { amount: String(more) })}
        </Typography>
      )}
    </Box>
  );
};
