/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';
import { createRouteRef as createExtensionRouteRef } from '@backstage/frontend-plugin-api';

export const entityContentRouteRef = createExtensionRouteRef();

// the pages are the same in both frontend systems; references of this kind are known to both
export const rootRouteRef = createRouteRef({ id: 'migrations' });
export const planRouteRef = createSubRouteRef({
  id: 'migrations-plan',
  parent: rootRouteRef,
  path: '/plans/:planId',
});
export const waveRouteRef = createSubRouteRef({
  id: 'migrations-wave',
  parent: rootRouteRef,
  path: '/waves/:waveId',
});
export const newPlanRouteRef = createSubRouteRef({
  id: 'migrations-new-plan',
  parent: rootRouteRef,
  path: '/plans/new',
});
export const editPlanRouteRef = createSubRouteRef({
  id: 'migrations-edit-plan',
  parent: rootRouteRef,
  path: '/plans/:planId/edit',
});
export const migrationRouteRef = createSubRouteRef({
  id: 'migrations-migration',
  parent: rootRouteRef,
  path: '/plans/:planId/migrations/:migrationId',
});
