/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { FormEvent, ReactNode } from 'react';
import { InlineError } from '../../components/InlineError';
import { useCommand } from '../../hooks/useCommand';
import { FieldErrors, fieldErrorsOf } from '../../presentation/fieldErrors';
import { migrationTranslationRef } from '../../translation';

export interface FormDialogProps {
  title: string;
  intro?: string;
  submit: string;
  submitting: string;
  /** Paths of the fields as the API names them, the longest first. */
  fields: string[];
  /** Whether what must be given is given. */
  complete: boolean;
  /** Rejects with the server's error, which is then shown at its field. */
  save(): Promise<void>;
  onClose(): void;
  onSaved(): void;
  children(errors: FieldErrors): ReactNode;
}

/** A form that stays open until the server took what it holds. */
export const FormDialog = (props: FormDialogProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const command = useCommand();
  const errors = command.error
    ? fieldErrorsOf(command.error, props.fields)
    : {};
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await command.run(props.save)) {
      props.onSaved();
      props.onClose();
    }
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="registry-form-title"
    >
      {/* the fields scroll, and the buttons stay in sight */}
      <form
        onSubmit={send}
        noValidate
        style={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
      >
        <DialogTitle id="registry-form-title">{props.title}</DialogTitle>
        <DialogContent>
          {props.intro && <DialogContentText>{props.intro}</DialogContentText>}
          {props.children(errors)}
          {errors[''] && <InlineError message={errors['']} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={props.onClose}>{t('registry.close')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={!props.complete || command.running}
          >
            {command.running ? props.submitting : props.submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
