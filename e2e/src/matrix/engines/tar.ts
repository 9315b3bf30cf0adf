/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MatrixEngine } from '../MatrixEngine';

/** The example of an engine from outside. */
export const tar: MatrixEngine = {
  name: 'tar',
  volumeMode: 'Filesystem',
  storageClass: 'fast',
  accessModes: ['ReadWriteOnce'],
  selection: { copyMethod: 'tar' },
  staged: true,
};
