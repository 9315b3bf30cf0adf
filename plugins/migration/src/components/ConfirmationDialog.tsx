/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { Confirmation } from '../presentation/confirmations';
import { migrationTranslationRef } from '../translation';
import { InlineError } from './InlineError';

const useStyles = makeStyles(theme => ({
  happens: {
    margin: 0,
    paddingLeft: theme.spacing(3),
    '& li': { marginBottom: theme.spacing(1) },
  },
}));

export interface ConfirmationDialogProps {
  confirmation: Confirmation;
  running: boolean;
  error?: string;
  onConfirm(): void;
  onClose(): void;
}

/** Says what will happen and lets it happen only after a click, and a tick where something is lost. */
export const ConfirmationDialog = (props: ConfirmationDialogProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { confirmation, running, error, onConfirm, onClose } = props;
  const classes = useStyles();
  const [consented, setConsented] = useState(false);
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="confirmation-title"
    >
      <DialogTitle id="confirmation-title">{confirmation.title}</DialogTitle>
      <DialogContent>
        <ol className={classes.happens}>
          {confirmation.happens.map(line => (
            <Typography key={line} component="li" variant="body1">
              {line}
            </Typography>
          ))}
        </ol>
        {confirmation.consent && (
          <FormControlLabel
            control={
              <Checkbox
                color="primary"
                checked={consented}
                onChange={(_, checked) => setConsented(checked)}
              />
            }
            label={confirmation.consent}
          />
        )}
        {error && <InlineError message={error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shared.back')}</Button>
        <Button
          color="primary"
          variant="contained"
          disabled={running || (Boolean(confirmation.consent) && !consented)}
          onClick={onConfirm}
        >
          {confirmation.button}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
