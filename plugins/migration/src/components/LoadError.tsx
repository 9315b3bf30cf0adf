/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ErrorPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { PropsWithChildren } from 'react';
import { errorMessage } from '../presentation/errorMessage';
import { isDenied } from '../presentation/isDenied';
import { migrationTranslationRef } from '../translation';

export interface LoadErrorProps {
  /** What could not be loaded. */
  title: string;
  error: Error;
  onRetry(): void;
}

/** In place of content that could not be loaded: the reason and a way on; children are other ways. */
export const LoadError = (props: PropsWithChildren<LoadErrorProps>) => {
  const { title, error, onRetry, children } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <>
      <ErrorPanel
        title={t(isDenied(error) ? 'shared.denied' : 'shared.failed', {
          what: title,
          reason: errorMessage(error),
        })}
        error={error}
      />
      <Box mt={2} display="flex" alignItems="center" gridGap={16}>
        <Button variant="outlined" color="primary" onClick={onRetry}>
          {t('shared.retry')}
        </Button>
        {children}
      </Box>
    </>
  );
};
