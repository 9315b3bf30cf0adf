/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import migrationPlugin from '@namespace-migration/plugin-migration-backend';
import { scaffolderModuleMigration } from '../module';

/**
 * The migration plugin itself behind real HTTP with its own SQLite database, and the actions as the module hands them
 * to the scaffolder. Clusters are not needed for what is tested with it.
 */
export async function startRealBackend() {
  const actions = new Map<string, TemplateAction<any, any, any>>();
  const scaffolder = createBackendPlugin({
    pluginId: 'scaffolder',
    register(env) {
      env.registerExtensionPoint(scaffolderActionsExtensionPoint, {
        addActions: (...added) =>
          added.forEach(action => actions.set(action.id, action)),
      });
      env.registerInit({ deps: {}, init: async () => undefined });
    },
  });
  const started = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          migration: { encryptionKey: 'unit-test', moverImage: 'mover:test' },
        },
      }),
      scaffolder,
      scaffolderModuleMigration,
      migrationPlugin,
    ],
  });
  return {
    baseUrl: `http://localhost:${started.server.port()}/api/migration`,
    stop: () => started.stop(),
    actions,
    action: (id: string) => {
      const found = actions.get(id);
      if (!found) {
        throw new Error(`The module has not added ${id}`);
      }
      return found;
    },
  };
}
