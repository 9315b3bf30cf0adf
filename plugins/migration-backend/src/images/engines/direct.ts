/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageCopyEngine } from '@namespace-migration/plugin-migration-node';
import { copyDirectly } from './direct/copyDirectly';
import { inspectDirectly } from './direct/inspectDirectly';
import { removeDirectly } from './direct/removeDirectly';
import { verifyDirectly } from './direct/verifyDirectly';
import { ImageContext } from './ImageContext';

/** Direct image migration: skopeo in a pod of the destination cluster, which must reach both registries. */
export const direct: ImageCopyEngine<ImageContext> = {
  name: 'direct',
  title: 'From registry to registry',
  inspect: inspectDirectly,
  copy: copyDirectly,
  verify: verifyDirectly,
  remove: removeDirectly,
};
