/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Entity } from '@backstage/catalog-model';
import { namespacesOfEntity } from '@namespace-migration/plugin-migration-common';

/** Whether an entity names namespaces; the `if` of the tab's route. */
export function isMigrationAvailable(entity: Entity): boolean {
  return namespacesOfEntity(entity).length > 0;
}
