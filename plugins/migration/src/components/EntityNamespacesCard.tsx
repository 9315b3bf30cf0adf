/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { useClusters } from '../hooks/useClusters';
import { errorMessage } from '../presentation/errorMessage';
import { migrationTranslationRef } from '../translation';
import { InlineError } from './InlineError';
import { NamespaceLocations } from './NamespaceLocations';

/** The namespaces of an entity that has plans. */
export const EntityNamespacesCard = (props: {
  namespaces: string[];
  plans: Plan[];
}) => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const { value, error } = useClusters();
  if (!value) {
    return error ? (
      <InlineError
        message={t('namespaces.clustersFailed', {
          error: errorMessage(error),
        })}
      />
    ) : null;
  }
  return <NamespaceLocations {...props} clusters={value} />;
};
