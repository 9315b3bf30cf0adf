/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ClusterResources } from '@namespace-migration/plugin-migration-common';
import { StoredMigration } from '../database/migrationRecord';

export interface MigrationSide {
  cluster: string;
  side: ClusterResources['side'];
  /** In which the migration has helpers. */
  namespaces: string[];
}

/** The clusters of a migration with its namespaces there: two, or one that is both. */
export function sidesOf({
  plan,
}: Pick<StoredMigration, 'plan'>): MigrationSide[] {
  const { source, destination, namespaces } = plan.input;
  const from = namespaces.map(mapping => mapping.source);
  const to = namespaces.map(mapping => mapping.destination ?? mapping.source);
  return source === destination
    ? [
        {
          cluster: source,
          side: 'both',
          namespaces: [...new Set([...from, ...to])],
        },
      ]
    : [
        { cluster: source, side: 'source', namespaces: from },
        { cluster: destination, side: 'destination', namespaces: to },
      ];
}
