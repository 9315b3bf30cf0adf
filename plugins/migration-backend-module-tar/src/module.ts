/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { migrationVolumesExtensionPoint } from '@namespace-migration/plugin-migration-node';
import { createTarEngine } from './tarEngine';

/** Adds the copy method `tar` to the plans' volumes. */
export const migrationModuleTar = createBackendModule({
  pluginId: 'migration',
  moduleId: 'tar',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        volumes: migrationVolumesExtensionPoint,
      },
      async init({ config, volumes }) {
        volumes.addVolumeCopyEngine(
          createTarEngine({
            image:
              config.getOptionalString('migration.tar.image') ??
              'docker.io/library/python:3-slim',
          }),
        );
      },
    });
  },
});
