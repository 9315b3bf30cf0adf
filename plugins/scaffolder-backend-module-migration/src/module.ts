/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createMigrationStartAction } from './actions/createMigrationStartAction';
import { createPlanCreateAction } from './actions/createPlanCreateAction';

/** Adds the actions `migration:plan:create` and `migration:migration:start` to the scaffolder. */
export const scaffolderModuleMigration = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'migration',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, discovery }) {
        actions.addActions(
          createPlanCreateAction({ auth, discovery }),
          createMigrationStartAction({ auth, discovery }),
        );
      },
    });
  },
});
