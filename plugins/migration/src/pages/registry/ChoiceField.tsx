/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import MenuItem from '@material-ui/core/MenuItem';
import { FormField, FormFieldProps } from './FormField';

export interface ChoiceFieldProps<T extends string>
  extends Pick<FormFieldProps, 'id' | 'label' | 'help' | 'error' | 'disabled'> {
  value: T;
  choices: Array<{ value: T; label: string }>;
  onChoose(value: T): void;
}

/** One of a few. */
export const ChoiceField = <T extends string>(props: ChoiceFieldProps<T>) => {
  const { choices, onChoose, ...rest } = props;
  return (
    <FormField select onValue={value => onChoose(value as T)} {...rest}>
      {choices.map(({ value, label }) => (
        <MenuItem key={value} value={value}>
          {label}
        </MenuItem>
      ))}
    </FormField>
  );
};
