/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MatrixData } from '../MatrixData';
import { database } from './database';
import { empty } from './empty';
import { oddFiles } from './oddFiles';
import { smallFiles } from './smallFiles';
import { sparseFile } from './sparseFile';

export const matrixData: MatrixData[] = [
  empty,
  oddFiles,
  smallFiles,
  sparseFile,
  database,
];
