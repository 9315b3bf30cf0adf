/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { migrationTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.25, 0),
  },
  what: { minWidth: 0, overflowWrap: 'anywhere' },
  command: {
    display: 'block',
    fontSize: 12,
    color: theme.palette.text.secondary,
  },
}));

export interface CommandLineProps {
  name: string;
  /** What is known of it beside its name. */
  detail?: string;
  command: string;
}

/** A thing on a cluster with the command that shows it, to copy. */
export const CommandLine = ({ name, detail, command }: CommandLineProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.line}>
      <CopyTextButton
        text={command}
        tooltipText={t('created.copied')}
        aria-label={t('created.copy', { name })}
      />
      <div className={classes.what}>
        <Typography variant="body2">
          {name}
          {detail && (
            <Typography component="span" variant="body2" color="textSecondary">
              {` · ${detail}`}
            </Typography>
          )}
        </Typography>
        <code className={classes.command}>{command}</code>
      </div>
    </div>
  );
};
