/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ImageCopyEngine } from '@namespace-migration/plugin-migration-node';
import { direct } from './direct';
import { ImageContext } from './ImageContext';
import { indirect } from './indirect';

/** In the order in which they are proposed. */
export const builtInImageEngines: ImageCopyEngine<ImageContext>[] = [
  direct,
  indirect,
];
