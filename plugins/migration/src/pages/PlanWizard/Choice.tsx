/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { FormField, FormFieldProps } from '../registry/FormField';

export interface ChoiceProps
  extends Pick<
    FormFieldProps,
    'id' | 'label' | 'value' | 'help' | 'error' | 'disabled' | 'onValue'
  > {
  /** Shown for the empty value; without it there is none. */
  none?: string;
  options: Array<{ value: string; label: string }>;
}

/** One of some values, in the browser's own list; a value that is not among them is shown as it is. */
export const Choice = ({ none, options, ...rest }: ChoiceProps) => {
  const known =
    rest.value === '' || options.some(({ value }) => value === rest.value);
  return (
    <FormField
      select
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      {...rest}
    >
      {none !== undefined && <option value="">{none}</option>}
      {!known && <option value={rest.value}>{rest.value}</option>}
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </FormField>
  );
};
