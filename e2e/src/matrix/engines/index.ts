/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MatrixEngine } from '../MatrixEngine';
import { block } from './block';
import { filesystem } from './filesystem';
import { indirect } from './indirect';
import { move } from './move';
import { snapshot } from './snapshot';
import { tar } from './tar';

export const matrixEngines: MatrixEngine[] = [
  filesystem,
  block,
  snapshot,
  indirect,
  move,
  tar,
];
