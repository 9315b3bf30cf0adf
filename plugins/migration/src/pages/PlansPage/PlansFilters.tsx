/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { InlineError } from '../../components/InlineError';
import { useClusters } from '../../hooks/useClusters';
import { plansMessages } from '../../messages/plans';
import { errorMessage } from '../../presentation/errorMessage';
import { migrationTranslationRef } from '../../translation';
import { FilterSelect } from '../../components/FilterSelect';
import { FilterText } from '../../components/FilterText';
import { PlansUrl } from './usePlansQuery';

type States = keyof typeof plansMessages.states;
type Types = keyof typeof plansMessages.types;

/** What narrows the list of plans. */
export const PlansFilters = ({ url }: { url: PlansUrl }) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const clusters = useClusters();
  const { query, set } = url;
  const names = new Set(clusters.value?.map(({ name }) => name));
  if (query.cluster) {
    names.add(query.cluster);
  }
  const any = t('plans.filters.any');
  return (
    <>
      <Box
        role="search"
        aria-label={t('plans.filters.label')}
        display="flex"
        flexWrap="wrap"
        alignItems="flex-end"
        gridGap={16}
        mb={2}
      >
        <FilterText
          id="plans-search"
          label={t('plans.filters.search')}
          hint={t('plans.filters.searchHint')}
          value={query.search ?? ''}
          onChange={search => set({ search })}
        />
        <FilterSelect
          id="plans-state"
          label={t('plans.filters.state')}
          any={any}
          value={query.state ?? ''}
          options={(Object.keys(plansMessages.states) as States[]).map(
            state => ({
              value: state,
              label: t(`plans.states.${state}`),
            }),
          )}
          onChange={state => set({ state })}
        />
        <FilterSelect
          id="plans-type"
          label={t('plans.filters.type')}
          any={any}
          value={query.type ?? ''}
          options={(Object.keys(plansMessages.types) as Types[]).map(type => ({
            value: type,
            label: t(`plans.types.${type}`),
          }))}
          onChange={type => set({ type })}
        />
        <FilterSelect
          id="plans-cluster"
          label={t('plans.filters.cluster')}
          any={any}
          value={query.cluster ?? ''}
          options={[...names].map(name => ({ value: name, label: name }))}
          onChange={cluster => set({ cluster })}
        />
        <FilterText
          id="plans-entity"
          label={t('plans.filters.entity')}
          hint={t('plans.filters.entityHint')}
          value={query.entityRef ?? ''}
          onChange={entityRef => set({ entityRef })}
        />
        <FilterText
          id="plans-created-by"
          label={t('plans.filters.createdBy')}
          hint={t('plans.filters.createdByHint')}
          value={query.createdBy ?? ''}
          onChange={createdBy => set({ createdBy })}
        />
        {url.filtered && (
          <Button size="small" color="primary" onClick={url.clear}>
            {t('plans.filters.clear')}
          </Button>
        )}
      </Box>
      {clusters.error && (
        <InlineError
          message={t('plans.filters.clustersFailed', {
            error: errorMessage(clusters.error),
          })}
        />
      )}
    </>
  );
};
