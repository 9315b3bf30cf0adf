/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';

// The plugin alone, for development and for the tests on real clusters. Configuration comes from the environment:
// PORT, NAMESPACE_MIGRATION_DATA (a directory for the SQLite file), NAMESPACE_MIGRATION_MOVER_IMAGE,
// NAMESPACE_MIGRATION_MODULES (names of backend modules to add, separated by commas), NAMESPACE_MIGRATION_TAR_IMAGE.
//   curl -H 'Authorization: Bearer mock-user-token' localhost:7007/api/migration/clusters
const port = Number(process.env.PORT ?? 7007);

const backend = createBackend();
backend.add(
  mockServices.rootConfig.factory({
    data: {
      backend: {
        baseUrl: `http://localhost:${port}`,
        listen: { port, host: '127.0.0.1' },
        database: {
          client: 'better-sqlite3',
          connection: {
            directory: process.env.NAMESPACE_MIGRATION_DATA ?? '.data',
          },
        },
      },
      migration: {
        encryptionKey: 'development',
        moverImage:
          process.env.NAMESPACE_MIGRATION_MOVER_IMAGE ??
          'localhost/namespace-migration/mover:local',
        tar: { image: process.env.NAMESPACE_MIGRATION_TAR_IMAGE },
      },
    },
  }),
);
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(import('../src'));
const modules = process.env.NAMESPACE_MIGRATION_MODULES;
for (const name of modules ? modules.split(',') : []) {
  backend.add(import(name));
}
backend.start();
