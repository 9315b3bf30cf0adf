/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { NAMESPACES_ANNOTATION } from '@namespace-migration/plugin-migration-common';
import { useEntityNamespaces } from '../hooks/useEntityNamespaces';
import { useEntityPlans } from '../hooks/useEntityPlans';
import { migrationTranslationRef } from '../translation';
import { EntityPlans } from './EntityPlans';
import { LoadError } from './LoadError';
import { NoPlan } from './NoPlan';

/** The tab "Migration" of a catalog entity. */
export const MigrationTab = () => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { entity } = useEntity();
  const mine = useEntityNamespaces();
  const plans = useEntityPlans(mine);

  if (mine.namespaces.length === 0) {
    return <MissingAnnotationEmptyState annotation={NAMESPACES_ANNOTATION} />;
  }
  return (
    <>
      {plans.loading && <Progress />}
      {plans.error && !plans.value && (
        <LoadError
          title={t('entity.loadFailed')}
          error={plans.error}
          onRetry={plans.reload}
        />
      )}
      {plans.value?.plans.length === 0 && (
        <NoPlan
          entityName={entity.metadata.name}
          mine={mine}
          onCreated={plans.reload}
        />
      )}
      {plans.value !== undefined && plans.value.plans.length > 0 && (
        <EntityPlans
          {...plans.value}
          entityName={entity.metadata.name}
          mine={mine}
          onChanged={plans.reload}
        />
      )}
    </>
  );
};
