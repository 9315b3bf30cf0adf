/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  PreviewedObject,
  PreviewOutcome,
} from '@namespace-migration/plugin-migration-common';
import { useState } from 'react';
import { ToneStatus } from '../../components/ToneStatus';
import { Tone } from '../../presentation/planStatus';
import { migrationTranslationRef } from '../../translation';
import { PreviewDiff } from './PreviewDiff';

const tones: Record<PreviewOutcome, Tone | 'idle'> = {
  create: 'ok',
  change: 'pending',
  unchanged: 'idle',
  skip: 'idle',
  refused: 'error',
  notTried: 'warning',
};

const useStyles = makeStyles(theme => ({
  row: { '& td': { verticalAlign: 'top' } },
  name: { overflowWrap: 'anywhere', minWidth: 140 },
  warning: { color: theme.palette.text.secondary },
}));

/** One object: what happens to it, why it is refused, and its changes when asked for. */
export const PreviewObjectRow = ({ item }: { item: PreviewedObject }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const name = `${item.object.kind} ${item.object.name}`;
  const count = item.diff.length;
  return (
    <TableRow className={classes.row}>
      <TableCell className={classes.name}>{name}</TableCell>
      <TableCell className={classes.name}>
        {item.sourceNamespace && item.sourceNamespace !== item.object.namespace
          ? `${item.sourceNamespace} → ${item.object.namespace}`
          : item.object.namespace}
      </TableCell>
      <TableCell>{item.wave}</TableCell>
      <TableCell style={{ whiteSpace: 'nowrap' }}>
        <ToneStatus tone={tones[item.outcome]}>
          {t(`preview.outcomes.${item.outcome}`)}
        </ToneStatus>
      </TableCell>
      <TableCell className={classes.name}>
        {item.message && (
          <Typography
            variant="body2"
            color={item.outcome === 'refused' ? 'error' : 'textPrimary'}
          >
            {item.message}
          </Typography>
        )}
        {item.warnings?.map(warning => (
          <Typography key={warning} variant="body2" className={classes.warning}>
            {warning}
          </Typography>
        ))}
        {item.standIn && (
          <Typography variant="caption" color="textSecondary" display="block">
            {t('preview.standIn')}
          </Typography>
        )}
        {count > 0 && (
          <Button
            size="small"
            color="primary"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? t('preview.hide') : t('preview.show', { count })}
          </Button>
        )}
        {open && (
          <PreviewDiff
            label={t('preview.diffOf', { object: name })}
            diff={item.diff}
          />
        )}
      </TableCell>
    </TableRow>
  );
};
