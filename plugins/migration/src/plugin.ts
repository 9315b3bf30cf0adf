/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { apis } from './extensions/apis';
import { entityContents } from './extensions/entityContents';
import { entityContentRouteRef } from './routes';

export const migrationPlugin = createFrontendPlugin({
  pluginId: 'migration',
  title: 'Namespace migration',
  info: { packageJson: () => import('../package.json') },
  routes: { entityContent: entityContentRouteRef },
  extensions: [...apis, ...entityContents],
});
