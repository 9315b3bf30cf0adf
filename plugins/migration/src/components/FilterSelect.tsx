/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import TextField from '@material-ui/core/TextField';

export interface FilterSelectProps {
  id: string;
  label: string;
  /** Name of the choice that does not narrow. */
  any: string;
  /** Empty for any. */
  value: string;
  options: Array<{ value: string; label: string }>;
  onChange(value: string): void;
}

/** One of some values, or any; the browser's own list, which every keyboard and screen reader knows. */
export const FilterSelect = (props: FilterSelectProps) => (
  <TextField
    select
    id={props.id}
    label={props.label}
    value={props.value}
    onChange={event => props.onChange(event.target.value)}
    SelectProps={{ native: true }}
    InputLabelProps={{ shrink: true }}
    style={{ minWidth: 140 }}
  >
    <option value="">{props.any}</option>
    {props.options.map(({ value, label }) => (
      <option key={value} value={value}>
        {label}
      </option>
    ))}
  </TextField>
);
