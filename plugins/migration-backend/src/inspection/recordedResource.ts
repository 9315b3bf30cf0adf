/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MigrationResource } from '@namespace-migration/plugin-migration-common';
import { MigratedObjectSummary } from '../database/migrationRecord';

const groups: Record<string, MigrationResource['group']> = {
  Namespace: 'namespace',
  PersistentVolumeClaim: 'claim',
};

/** Of the record of an object that a migration brought. */
export function recordedResource({
  apiVersion,
  kind,
  namespace,
  name,
  state,
}: MigratedObjectSummary): MigrationResource {
  return {
    apiVersion,
    kind,
    namespace: namespace || undefined,
    name,
    group: (apiVersion === 'v1' && groups[kind]) || 'object',
    state,
  };
}
