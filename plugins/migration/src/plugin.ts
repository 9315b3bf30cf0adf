/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { apis } from './extensions/apis';
import { entityCards } from './extensions/entityCards';
import { entityContents } from './extensions/entityContents';
import { pages } from './extensions/pages';
import {
  editPlanRouteRef,
  entityContentRouteRef,
  migrationRouteRef,
  newPlanRouteRef,
  planRouteRef,
  rootRouteRef,
  waveRouteRef,
} from './routes';

export const migrationPlugin = createFrontendPlugin({
  pluginId: 'migration',
  title: 'Namespace migration',
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    plan: planRouteRef,
    newPlan: newPlanRouteRef,
    editPlan: editPlanRouteRef,
    migration: migrationRouteRef,
    wave: waveRouteRef,
    entityContent: entityContentRouteRef,
  },
  extensions: [...apis, ...entityContents, ...entityCards, ...pages],
});
