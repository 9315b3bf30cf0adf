/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import Typography from '@material-ui/core/Typography';

export interface NameCellProps {
  name: string;
  title?: string;
}

/** The title, if there is one, above the name that plans use. */
export const NameCell = ({ name, title }: NameCellProps) => (
  <>
    <Typography variant="body2">{title || name}</Typography>
    {title && (
      <Typography variant="caption" color="textSecondary">
        {name}
      </Typography>
    )}
  </>
);
