/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { EmptyState, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../../routes';
import { migrationTranslationRef } from '../../translation';

/** There is nothing to move from or to. */
export const NoClusters = () => {
  const { t } = useTranslationRef(migrationTranslationRef);
  const clusters = `${useRouteRef(rootRouteRef)()}/clusters`;
  return (
    <EmptyState
      missing="content"
      title={t('wizard.noClusters')}
      description={t('wizard.noClustersDescription')}
      action={
        <LinkButton to={clusters} color="primary" variant="contained">
          {t('wizard.toClusters')}
        </LinkButton>
      }
    />
  );
};
