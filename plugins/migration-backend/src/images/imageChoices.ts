/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageSelection } from '@namespace-migration/plugin-migration-common';
import { ImageChoices } from '@namespace-migration/plugin-migration-node';

/** With the defaults of openapi.yaml's ImageSelection. */
export function imageChoicesOf(selection: ImageSelection = {}): ImageChoices {
  return {
    copyMethod: 'direct',
    registries: [],
    platforms: 'all',
    existingTags: 'stop',
    imageStreamHistory: 0,
    parallelImages: 3,
    attempts: 4,
    onRollback: 'keep',
    ...selection,
  };
}
