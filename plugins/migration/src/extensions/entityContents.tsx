/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityContentRouteRef } from '../routes';
import { namespacesAnnotated } from './namespacesAnnotated';

const migrationTab = EntityContentBlueprint.make({
  params: {
    path: '/migration',
    title: 'Migration',
    group: 'deployment',
    routeRef: entityContentRouteRef,
    filter: namespacesAnnotated,
    loader: async () => {
      const { MigrationTab } = await import('../components/MigrationTab');
      return <MigrationTab />;
    },
  },
});

export const entityContents = [migrationTab];
