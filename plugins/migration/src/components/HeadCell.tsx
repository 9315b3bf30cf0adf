/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import TableCell, { type TableCellProps } from '@material-ui/core/TableCell';

/** The name of a column, in one piece: Backstage's theme breaks words anywhere when a table is narrow. */
export const HeadCell = (props: TableCellProps) => (
  <TableCell {...props} style={{ whiteSpace: 'nowrap' }} />
);
