/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import TextField from '@material-ui/core/TextField';
import { useEffect, useRef, useState } from 'react';

const quietMs = 300;

export interface FilterTextProps {
  id: string;
  label: string;
  hint: string;
  value: string;
  /** When typing has stopped. */
  onChange(value: string): void;
}

/** A text to filter by; what it stands for changes when typing has stopped for a moment. */
export const FilterText = (props: FilterTextProps) => {
  const { value, onChange } = props;
  const [text, setText] = useState(value);
  const change = useRef(onChange);
  change.current = onChange;
  const sent = useRef(value);

  useEffect(() => {
    // changed from elsewhere, for example by clearing the filters
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);

  useEffect(() => {
    const trimmed = text.trim();
    if (trimmed === sent.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      sent.current = trimmed;
      change.current(trimmed);
    }, quietMs);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <TextField
      id={props.id}
      type="search"
      label={props.label}
      placeholder={props.hint}
      value={text}
      onChange={event => setText(event.target.value)}
      InputLabelProps={{ shrink: true }}
      style={{ minWidth: 220 }}
    />
  );
};
