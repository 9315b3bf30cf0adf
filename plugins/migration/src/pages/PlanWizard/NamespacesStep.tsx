/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { NamespaceSummary } from '@namespace-migration/plugin-migration-common';
import { useCallback, useState } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { FilterText } from '../../components/FilterText';
import { InlineError } from '../../components/InlineError';
import { LoadError } from '../../components/LoadError';
import { usePolled } from '../../hooks/usePolled';
import { errorMessage } from '../../presentation/errorMessage';
import { migrationTranslationRef } from '../../translation';
import { AddNamespace } from './AddNamespace';
import { chooseNamespace } from './draftChanges';
import { namespaceRows } from './namespaceRows';
import { NamespacesTable } from './NamespacesTable';
import { StepProps } from './StepProps';

const everyMs = 15_000;

/** Which namespaces, and under which names. */
export const NamespacesStep = (props: StepProps) => {
  const { draft, errors, onChange } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const api = useApi(migrationApiRef);
  const { source } = draft;
  const load = useCallback(
    async (): Promise<NamespaceSummary[]> =>
      source === '' ? [] : api.listNamespaces(source),
    [api, source],
  );
  const { value, error, loading, reload } = usePolled(load, () => everyMs);
  const [search, setSearch] = useState('');
  const [onlyChosen, setOnlyChosen] = useState(false);
  const rows = namespaceRows(value, draft, { search, onlyChosen });
  const cluster = source;

  if (source === '') {
    return <Typography>{t('wizard.namespaces.noSource')}</Typography>;
  }
  return (
    <>
      <Typography gutterBottom>
        {t('wizard.namespaces.about', { cluster })}
      </Typography>
      {errors.namespaces && <InlineError message={errors.namespaces} />}
      {error && !value && (
        <LoadError
          title={t('wizard.namespaces.loadFailed', { cluster })}
          error={error}
          onRetry={reload}
        />
      )}
      {error && value && (
        <InlineError
          message={t('wizard.namespaces.outdated', {
            error: errorMessage(error),
          })}
        />
      )}
      {loading && <Progress />}
      {value && (
        <Box display="flex" flexWrap="wrap" alignItems="flex-end" gridGap={24}>
          <FilterText
            id="wizard-namespaces-search"
            label={t('wizard.namespaces.search')}
            hint={t('wizard.namespaces.searchHint')}
            value={search}
            onChange={setSearch}
          />
          <FormControlLabel
            control={
              <Checkbox
                color="primary"
                checked={onlyChosen}
                onChange={(_, checked) => setOnlyChosen(checked)}
              />
            }
            label={t('wizard.namespaces.onlyChosen')}
          />
          <Box pb={1.5} aria-live="polite">
            <Typography variant="body2">
              {t('wizard.namespaces.chosen', {
                amount: String(draft.namespaces.length),
              })}
            </Typography>
          </Box>
        </Box>
      )}
      {!loading && rows.length > 0 && (
        <NamespacesTable {...props} rows={rows} cluster={cluster} />
      )}
      {value && rows.length === 0 && (
        <Box my={2}>
          <Typography>
            {search || onlyChosen
              ? t('wizard.namespaces.noMatch')
              : t('wizard.namespaces.none', { cluster })}
          </Typography>
        </Box>
      )}
      {error && !value && (
        <AddNamespace
          onAdd={name => onChange(chooseNamespace(draft, name, true))}
        />
      )}
    </>
  );
};
