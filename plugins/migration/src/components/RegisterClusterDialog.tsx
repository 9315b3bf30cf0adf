/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import { ChangeEvent, useState } from 'react';
import { migrationApiRef } from '../api/migrationApiRef';
import { useCommand } from '../hooks/useCommand';
import { fieldErrorsOf } from '../presentation/fieldErrors';
import { InlineError } from './InlineError';

export interface RegisterClusterDialogProps {
  onClose(): void;
  onRegistered(): void;
}

/** Registers a cluster by a kubeconfig, chosen as a file or pasted. The server tests it before it keeps it. */
export const RegisterClusterDialog = (props: RegisterClusterDialogProps) => {
  const api = useApi(migrationApiRef);
  const command = useCommand();
  const [name, setName] = useState('');
  const [kubeconfig, setKubeconfig] = useState('');
  const errors = command.error
    ? fieldErrorsOf(command.error, ['name', 'connection'])
    : {};

  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) {
      setKubeconfig(await file.text());
    }
  };
  const register = async () => {
    const connection = { kind: 'kubeconfig' as const, kubeconfig };
    if (
      await command.run(async () => {
        await api.registerCluster({ name, connection });
      })
    ) {
      props.onRegistered();
      props.onClose();
    }
  };
  return (
    <Dialog open onClose={props.onClose} fullWidth maxWidth="sm">
      <DialogTitle>Register cluster</DialogTitle>
      <DialogContent>
        <DialogContentText>
          The connection and the account's rights are tested first; credentials
          are kept encrypted and are never shown again.
        </DialogContentText>
        <TextField
          id="cluster-name"
          label="Name"
          fullWidth
          margin="normal"
          value={name}
          onChange={event => setName(event.target.value)}
          error={Boolean(errors.name)}
          helperText={
            errors.name ??
            'Lower-case letters, digits and dashes, for example east'
          }
        />
        <TextField
          id="cluster-kubeconfig"
          label="Kubeconfig"
          fullWidth
          multiline
          minRows={6}
          maxRows={12}
          margin="normal"
          variant="outlined"
          value={kubeconfig}
          onChange={event => setKubeconfig(event.target.value)}
          error={Boolean(errors.connection)}
          helperText={
            errors.connection ??
            'With its credentials inside; programs that fetch them are not run'
          }
          inputProps={{ style: { fontFamily: 'monospace', fontSize: 12 } }}
        />
        <Button component="label" variant="outlined">
          Choose a file
          <input
            type="file"
            hidden
            onChange={read}
            aria-label="Kubeconfig file"
          />
        </Button>
        {errors[''] && <InlineError message={errors['']} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>Close</Button>
        <Button
          color="primary"
          variant="contained"
          disabled={!name || !kubeconfig || command.running}
          onClick={register}
        >
          {command.running ? 'Testing…' : 'Test and register'}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
