/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  KUBERNETES_NAMESPACE_ANNOTATION,
  NAMESPACES_ANNOTATION,
} from '@namespace-migration/plugin-migration-common';
import { entityContentRouteRef } from '../routes';

const migrationTab = EntityContentBlueprint.make({
  params: {
    path: '/migration',
    title: 'Migration',
    group: 'deployment',
    routeRef: entityContentRouteRef,
    filter: {
      $any: [
        {
          [`metadata.annotations.${NAMESPACES_ANNOTATION}`]: { $exists: true },
        },
        {
          [`metadata.annotations.${KUBERNETES_NAMESPACE_ANNOTATION}`]: {
            $exists: true,
          },
        },
      ],
    },
    loader: async () => {
      const { MigrationTab } = await import('../components/MigrationTab');
      return <MigrationTab />;
    },
  },
});

export const entityContents = [migrationTab];
