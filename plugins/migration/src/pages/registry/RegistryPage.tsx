/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { ReactElement, ReactNode } from 'react';
import { FirstStep } from '../../components/FirstStep';
import { InlineError } from '../../components/InlineError';
import { LoadError } from '../../components/LoadError';
import { Polled } from '../../hooks/usePolled';
import { errorMessage } from '../../presentation/errorMessage';
import { migrationTranslationRef } from '../../translation';
import { Column, RegistryTable } from './RegistryTable';
import { useFilter } from './useFilter';

export interface RegistryPageProps<T> {
  list: Polled<T[]>;
  texts: {
    label: string;
    loadError: string;
    emptyTitle: string;
    emptyDescription: string;
  };
  /** Buttons above the table, and in the empty state. */
  buttons: ReactElement;
  columns: Column<T>[];
  /** Shown below an item's row. */
  detailsOf?(item: T): ReactNode;
}

const pageSize = 50;

/** What is registered, by name; loading, empty and failing too. */
export const RegistryPage = <T extends { name: string; title?: string }>(
  props: RegistryPageProps<T>,
) => {
  const { list, texts, buttons } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const { filter, page, setFilter, setPage } = useFilter();
  if (list.loading) {
    return <Progress />;
  }
  if (!list.value) {
    return (
      <LoadError
        title={texts.loadError}
        error={list.error!}
        onRetry={list.reload}
      />
    );
  }
  if (list.value.length === 0) {
    return (
      <FirstStep
        title={texts.emptyTitle}
        description={texts.emptyDescription}
        action={buttons}
      />
    );
  }
  const found = list.value.filter(({ name, title }) =>
    `${name} ${title ?? ''}`.toLowerCase().includes(filter.toLowerCase()),
  );
  const shownPage = page * pageSize < found.length ? page : 0;
  return (
    <>
      {list.error && (
        <InlineError
          message={t('registry.stale', { message: errorMessage(list.error) })}
        />
      )}
      <Box
        display="flex"
        flexWrap="wrap"
        alignItems="flex-end"
        justifyContent="space-between"
        gridGap={16}
        mb={2}
      >
        <TextField
          id="registry-filter"
          type="search"
          label={t('registry.filter')}
          value={filter}
          onChange={event => setFilter(event.target.value)}
        />
        <Box display="flex" flexWrap="wrap" gridGap={8}>
          {buttons}
        </Box>
      </Box>
      {found.length === 0 ? (
        <Box display="flex" alignItems="center" gridGap={16} role="status">
          <Typography>{t('registry.noMatch', { filter })}</Typography>
          <Button onClick={() => setFilter('')}>{t('registry.showAll')}</Button>
        </Box>
      ) : (
        <RegistryTable
          label={texts.label}
          items={found.slice(shownPage * pageSize, (shownPage + 1) * pageSize)}
          columns={props.columns}
          detailsOf={props.detailsOf}
          paging={
            found.length > pageSize
              ? {
                  count: found.length,
                  page: shownPage,
                  pageSize,
                  onPage: setPage,
                }
              : undefined
          }
        />
      )}
    </>
  );
};
