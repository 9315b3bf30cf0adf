/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { MigrationClient } from '@namespace-migration/plugin-migration-common';
import { migrationApiRef } from '../api/migrationApiRef';
import {
  editPlanRouteRef,
  migrationRouteRef,
  newPlanRouteRef,
  planRouteRef,
  rootRouteRef,
  waveRouteRef,
} from '../routes';

const entityContentRouteRef = createRouteRef({ id: 'migration' });

export const migrationPlugin = createPlugin({
  id: 'migration',
  routes: {
    root: rootRouteRef,
    plan: planRouteRef,
    newPlan: newPlanRouteRef,
    editPlan: editPlanRouteRef,
    migration: migrationRouteRef,
    wave: waveRouteRef,
    entityContent: entityContentRouteRef,
  },
  apis: [
    createApiFactory({
      api: migrationApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new MigrationClient({ discoveryApi, fetchApi }),
    }),
  ],
});

export const EntityMigrationContent = migrationPlugin.provide(
  createRoutableExtension({
    name: 'EntityMigrationContent',
    mountPoint: entityContentRouteRef,
    component: () =>
      import('../components/MigrationTab').then(m => m.MigrationTab),
  }),
);

export const EntityMigrationCard = migrationPlugin.provide(
  createComponentExtension({
    name: 'EntityMigrationCard',
    component: {
      lazy: () =>
        import('../components/EntityMigrationCard').then(
          m => m.EntityMigrationCard,
        ),
    },
  }),
);

export const MigrationsPage = migrationPlugin.provide(
  createRoutableExtension({
    name: 'MigrationsPage',
    mountPoint: rootRouteRef,
    component: () => import('./MigrationsPage').then(m => m.MigrationsPage),
  }),
);
