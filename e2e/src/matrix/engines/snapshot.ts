/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MatrixEngine } from '../MatrixEngine';

export const snapshot: MatrixEngine = {
  name: 'snapshot',
  volumeMode: 'Filesystem',
  storageClass: 'csi-btrfs',
  accessModes: ['ReadWriteOnce'],
  selection: { copyMethod: 'snapshot' },
  staged: false,
};
