/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { PreflightCheck } from './PreflightCheck';

export interface MigrationPreflightExtensionPoint {
  /**
   * Adds checks behind the built-in ones; they run for every plan.
   * @throws when a name is taken already
   */
  addPreflightCheck(...checks: PreflightCheck[]): void;
}

export const migrationPreflightExtensionPoint =
  createExtensionPoint<MigrationPreflightExtensionPoint>({
    id: 'migration.preflight',
  });
