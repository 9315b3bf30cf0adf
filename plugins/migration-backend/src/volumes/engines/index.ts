/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { VolumeCopyEngine } from '@namespace-migration/plugin-migration-node';
import { DirectContext } from './DirectContext';
import { block } from './block';
import { filesystem } from './filesystem';
import { indirect } from './indirect';
import { move } from './move';
import { snapshot } from './snapshot';

/** In the order of preference: the first that fits a volume is proposed. */
export const builtInEngines: VolumeCopyEngine<DirectContext>[] = [
  filesystem,
  block,
  snapshot,
  indirect,
  move,
];
