/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import Delete from '@material-ui/icons/Delete';
import { ReactNode } from 'react';
import { InlineError } from '../../components/InlineError';

export interface RowsSectionProps<T> {
  title: string;
  help: string;
  error?: string;
  rows: T[];
  add: string;
  /** Name of the button that removes a row, by its number from 1. */
  remove(number: string): string;
  /** What a new row holds. */
  fresh: T;
  onRows(rows: T[]): void;
  children(row: T, index: number, change: (row: T) => void): ReactNode;
}

/** Some rows of fields, to add to and to remove from. */
export const RowsSection = <T,>(props: RowsSectionProps<T>) => {
  const { rows, onRows } = props;
  return (
    <section>
      <Typography variant="h6" component="h3">
        {props.title}
      </Typography>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {props.help}
      </Typography>
      {props.error && <InlineError message={props.error} />}
      {rows.map((row, index) => (
        // they have no names of their own
        <Box key={index} display="flex" alignItems="flex-start" gridGap={16}>
          <Box flex={1} minWidth={0}>
            {props.children(row, index, changed =>
              onRows(rows.map((one, at) => (at === index ? changed : one))),
            )}
          </Box>
          <Box pt={3}>
            <IconButton
              size="small"
              aria-label={props.remove(String(index + 1))}
              onClick={() => onRows(rows.filter((_, at) => at !== index))}
            >
              <Delete />
            </IconButton>
          </Box>
        </Box>
      ))}
      <Button
        size="small"
        color="primary"
        onClick={() => onRows([...rows, props.fresh])}
      >
        {props.add}
      </Button>
    </section>
  );
};
