/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ImageCopyEngine } from './ImageCopyEngine';

export interface MigrationImagesExtensionPoint {
  /**
   * Adds engines beside the built-in ones; plans choose one by its name.
   * @throws when a name is taken already
   */
  addImageCopyEngine(...engines: ImageCopyEngine[]): void;
}

export const migrationImagesExtensionPoint =
  createExtensionPoint<MigrationImagesExtensionPoint>({
    id: 'migration.images',
  });
