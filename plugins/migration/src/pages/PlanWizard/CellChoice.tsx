/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import TextField from '@material-ui/core/TextField';
import { ChoiceProps } from './Choice';

/** A choice in a cell: its name is for screen readers, the column's heading for all others. */
export const CellChoice = (props: Omit<ChoiceProps, 'id' | 'help'>) => {
  const { label, none, value, options, error, disabled, onValue } = props;
  const known = value === '' || options.some(option => option.value === value);
  return (
    <TextField
      select
      fullWidth
      disabled={disabled}
      value={value}
      error={Boolean(error)}
      helperText={error}
      SelectProps={{ native: true }}
      inputProps={{ 'aria-label': label }}
      onChange={event => onValue(event.target.value)}
    >
      <option value="">{none}</option>
      {!known && <option value={value}>{value}</option>}
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
};
