/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ErrorPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { errorMessage } from '../presentation/errorMessage';
import { migrationTranslationRef } from '../translation';

export interface LoadErrorProps {
  /** What could not be loaded. */
  title: string;
  error: Error;
  onRetry(): void;
}

/** In place of content that could not be loaded: the reason and a way on. */
export const LoadError = ({ title, error, onRetry }: LoadErrorProps) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  return (
    <>
      <ErrorPanel
        title={t('shared.failed', {
          what: title,
          reason: errorMessage(error),
        })}
        error={error}
      />
      <Box mt={2}>
        <Button variant="outlined" color="primary" onClick={onRetry}>
          {t('shared.retry')}
        </Button>
      </Box>
    </>
  );
};
