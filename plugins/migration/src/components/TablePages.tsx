/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import TablePagination from '@material-ui/core/TablePagination';
import { useState } from 'react';

const PAGE_SIZE = 25;

/** A page of rows that are all here already. A list that shrinks shows its last page. */
export function usePage<T>(items: T[]) {
  const [page, setPage] = useState(0);
  const last = Math.max(0, Math.ceil(items.length / PAGE_SIZE) - 1);
  const shown = Math.min(page, last);
  return {
    rows: items.slice(shown * PAGE_SIZE, (shown + 1) * PAGE_SIZE),
    pages: { count: items.length, page: shown, onChange: setPage },
  };
}

export interface TablePagesProps {
  count: number;
  page: number;
  /** Says what the rows are. */
  rowsPerPage: string;
  onChange(page: number): void;
}

/** The end of a table of `usePage`; nothing when one page holds everything. */
export const TablePages = (props: TablePagesProps) =>
  props.count > PAGE_SIZE ? (
    <TablePagination
      component="div"
      count={props.count}
      page={props.page}
      rowsPerPage={PAGE_SIZE}
      rowsPerPageOptions={[PAGE_SIZE]}
      labelRowsPerPage={props.rowsPerPage}
      onPageChange={(_, page) => props.onChange(page)}
    />
  ) : null;
