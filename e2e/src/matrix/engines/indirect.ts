/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Bucket } from '../../bucket';
import { MatrixEngine } from '../MatrixEngine';

let bucket: Bucket | undefined;

export const indirect: MatrixEngine = {
  name: 'indirect',
  volumeMode: 'Filesystem',
  storageClass: 'fast',
  accessModes: ['ReadWriteOnce'],
  selection: { copyMethod: 'indirect' },
  plan: { repository: 'matrix' },
  staged: true,
  async prepare(bed) {
    const s3 = bed.environment.s3!;
    bucket = await Bucket.make(s3, 'matrix');
    await bed.backend.api.registerRepository({
      name: 'matrix',
      location: {
        provider: 's3',
        bucket: 'matrix',
        endpoint: s3.endpoint,
        forcePathStyle: true,
        accessKeyId: s3.accessKey,
        secretAccessKey: s3.secretKey,
      },
    });
  },
  async cleanUp() {
    await bucket?.remove();
    bucket = undefined;
  },
};
