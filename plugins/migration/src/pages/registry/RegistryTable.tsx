/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TablePagination from '@material-ui/core/TablePagination';
import TableRow from '@material-ui/core/TableRow';
import { Fragment, ReactNode } from 'react';

export interface Column<T> {
  header: string;
  align?: 'right';
  /** Names and addresses, which may be broken anywhere. */
  long?: boolean;
  cell(item: T): ReactNode;
}

export interface RegistryTableProps<T> {
  label: string;
  items: T[];
  columns: Column<T>[];
  detailsOf?(item: T): ReactNode;
  paging?: {
    count: number;
    page: number;
    pageSize: number;
    onPage(page: number): void;
  };
}

const useStyles = makeStyles({
  header: { whiteSpace: 'nowrap', wordBreak: 'normal' },
  // the theme breaks words as if they were names
  cell: {
    wordBreak: 'normal',
    overflowWrap: 'normal',
    verticalAlign: 'top',
    '& button': { whiteSpace: 'nowrap' },
  },
  long: { overflowWrap: 'anywhere', minWidth: 140, verticalAlign: 'top' },
  // one thing: a row and what is said about it
  withDetails: { '& > *': { borderBottom: 'none' } },
});

export const RegistryTable = <T extends { name: string }>(
  props: RegistryTableProps<T>,
) => {
  const { label, items, columns, detailsOf, paging } = props;
  const classes = useStyles();
  return (
    <Paper>
      <TableContainer>
        <Table aria-label={label}>
          <TableHead>
            <TableRow>
              {columns.map(({ header, align }) => (
                <TableCell
                  key={header}
                  align={align}
                  className={classes.header}
                >
                  {header}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map(item => {
              const details = detailsOf?.(item);
              return (
                <Fragment key={item.name}>
                  <TableRow
                    className={details ? classes.withDetails : undefined}
                  >
                    {columns.map(({ header, align, long, cell }) => (
                      <TableCell
                        key={header}
                        align={align}
                        className={long ? classes.long : classes.cell}
                      >
                        {cell(item)}
                      </TableCell>
                    ))}
                  </TableRow>
                  {details && (
                    <TableRow>
                      <TableCell colSpan={columns.length}>{details}</TableCell>
                    </TableRow>
                  )}
                </Fragment>
              );
            })}
          </TableBody>
        </Table>
      </TableContainer>
      {paging && (
        <TablePagination
          component="div"
          count={paging.count}
          page={paging.page}
          rowsPerPage={paging.pageSize}
          rowsPerPageOptions={[paging.pageSize]}
          onPageChange={(_, page) => paging.onPage(page)}
        />
      )}
    </Paper>
  );
};
