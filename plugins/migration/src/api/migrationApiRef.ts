/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createApiRef } from '@backstage/frontend-plugin-api';
import { MigrationApi } from '@namespace-migration/plugin-migration-common';

/** The HTTP API of the backend plugin. */
export const migrationApiRef = createApiRef<MigrationApi>().with({
  id: 'plugin.migration.client',
  pluginId: 'migration',
});
