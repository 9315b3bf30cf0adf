/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { PreviewDifference } from '@namespace-migration/plugin-migration-common';
import { migrationTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  diff: {
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
    listStyle: 'none',
    margin: theme.spacing(1, 0),
    padding: 0,
    '& pre': {
      margin: 0,
      padding: theme.spacing(0, 1),
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      font: 'inherit',
    },
  },
  path: { fontWeight: theme.typography.fontWeightBold as number },
  removed: { borderLeft: `3px solid ${theme.palette.error.main}` },
  added: { borderLeft: `3px solid ${theme.palette.success.main}` },
}));

function lines(sign: string, value: unknown): string {
  const text =
    typeof value === 'string' ? value : JSON.stringify(value, null, 2) ?? '';
  return text
    .split('\n')
    .map(line => `${sign} ${line}`)
    .join('\n');
}

export interface PreviewDiffProps {
  label: string;
  diff: PreviewDifference[];
}

/** Each change with what is there now and what it becomes; signs tell them apart, not only colours. */
export const PreviewDiff = ({ label, diff }: PreviewDiffProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  return (
    <ul className={classes.diff} aria-label={label}>
      {diff.map(({ path, op, before, after }) => (
        <li key={`${op} ${path}`}>
          <div className={classes.path}>{path || t('preview.wholeObject')}</div>
          {op !== 'add' && (
            <pre className={classes.removed} title={t('preview.before')}>
              {lines('-', before)}
            </pre>
          )}
          {op !== 'remove' && (
            <pre className={classes.added} title={t('preview.after')}>
              {lines('+', after)}
            </pre>
          )}
        </li>
      ))}
    </ul>
  );
};
