/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MatrixEngine } from '../MatrixEngine';

export const block: MatrixEngine = {
  name: 'block',
  volumeMode: 'Block',
  storageClass: 'fast',
  accessModes: ['ReadWriteOnce'],
  selection: {},
  staged: true,
};
