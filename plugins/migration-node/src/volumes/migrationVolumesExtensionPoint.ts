/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { VolumeCopyEngine } from './VolumeCopyEngine';

export interface MigrationVolumesExtensionPoint {
  /**
   * Adds engines behind the built-in ones; plans choose one by its name.
   * @throws when a name is taken already
   */
  addVolumeCopyEngine(...engines: VolumeCopyEngine[]): void;
}

export const migrationVolumesExtensionPoint =
  createExtensionPoint<MigrationVolumesExtensionPoint>({
    id: 'migration.volumes',
  });
