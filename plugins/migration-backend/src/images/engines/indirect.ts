/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageCopyEngine } from '@namespace-migration/plugin-migration-node';
import { cleanUpRepository } from '../../volumes/engines/indirect/cleanUpRepository';
import { removeDirectly } from './direct/removeDirectly';
import { verifyDirectly } from './direct/verifyDirectly';
import { ImageContext } from './ImageContext';
import { copyThroughRepository } from './indirect/copyThroughRepository';
import { inspectApart } from './indirect/inspectApart';

/**
 * Indirect image migration: a pod of the source copies into the replication repository, a pod of the destination out of
 * it, each with a registry of its own over the repository. No cluster need reach the other's registry.
 */
export const indirect: ImageCopyEngine<ImageContext> = {
  name: 'indirect',
  title: 'Through the replication repository',
  usesRepository: true,
  inspect: inspectApart,
  copy: copyThroughRepository,
  verify: verifyDirectly,
  remove: removeDirectly,
  cleanUp: cleanUpRepository,
};
