/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import TextField, { TextFieldProps } from '@material-ui/core/TextField';

export type FormFieldProps = {
  id: string;
  label: string;
  value: string;
  help?: string;
  error?: string;
  /** A fixed number of lines in type of one width, for files and scripts. */
  code?: boolean;
  onValue(value: string): void;
} & Omit<TextFieldProps, 'onChange' | 'error' | 'variant'>;

/** A labelled text field that shows the server's word in place of the help. */
export const FormField = (props: FormFieldProps) => {
  const { help, error, code, onValue, ...rest } = props;
  return (
    <TextField
      fullWidth
      margin="normal"
      autoComplete="off"
      {...(code && {
        multiline: true,
        minRows: 5,
        maxRows: 12,
        inputProps: { style: { fontFamily: 'monospace', fontSize: 12 } },
      })}
      {...rest}
      variant={code ? 'outlined' : 'standard'}
      onChange={event => onValue(event.target.value)}
      error={Boolean(error)}
      helperText={error ?? help}
    />
  );
};
