/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { MigrationClient } from '@namespace-migration/plugin-migration-common';
import { migrationApiRef } from '../api/migrationApiRef';

const migrationApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: migrationApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new MigrationClient({ discoveryApi, fetchApi }),
    }),
});

export const apis = [migrationApi];
