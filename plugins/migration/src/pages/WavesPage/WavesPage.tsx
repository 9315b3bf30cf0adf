/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  EmptyState,
  InfoCard,
  LinkButton,
  Progress,
} from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TablePagination from '@material-ui/core/TablePagination';
import { useSearchParams } from 'react-router-dom';
import { InlineError } from '../../components/InlineError';
import { LoadError } from '../../components/LoadError';
import { useWaves } from '../../hooks/useWaves';
import { errorMessage } from '../../presentation/errorMessage';
import { rootRouteRef } from '../../routes';
import { migrationTranslationRef } from '../../translation';
import { WavesTable } from './WavesTable';

const SIZE = 25;

/** All waves, newest first, paged by the server; the URL holds the page. */
export const WavesPage = () => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const root = useRouteRef(rootRouteRef)();
  const [parameters, setParameters] = useSearchParams();
  const page = Math.max(0, Math.floor(Number(parameters.get('page') ?? 1)) - 1);
  const { value, error, reload } = useWaves(SIZE, (page || 0) * SIZE);
  if (!value) {
    return error ? (
      <LoadError title={t('waves.loadFailed')} error={error} onRetry={reload} />
    ) : (
      <Progress />
    );
  }
  if (value.totalItems === 0) {
    return (
      <EmptyState
        missing="content"
        title={t('waves.none.title')}
        description={t('waves.none.description')}
        action={
          <LinkButton to={`${root}/plans`} color="primary" variant="contained">
            {t('waves.none.plans')}
          </LinkButton>
        }
      />
    );
  }
  return (
    <InfoCard title={`${t('waves.title')} (${value.totalItems})`}>
      {error && (
        <InlineError
          message={t('waves.outdated', { error: errorMessage(error) })}
        />
      )}
      <WavesTable waves={value.items} />
      {value.totalItems > SIZE && (
        <TablePagination
          component="div"
          count={value.totalItems}
          page={Math.min(page || 0, Math.ceil(value.totalItems / SIZE) - 1)}
          rowsPerPage={SIZE}
          rowsPerPageOptions={[SIZE]}
          labelRowsPerPage={t('waves.rowsPerPage')}
          onPageChange={(_, chosen) =>
            setParameters(chosen > 0 ? { page: String(chosen + 1) } : {}, {
              replace: true,
            })
          }
        />
      )}
    </InfoCard>
  );
};
