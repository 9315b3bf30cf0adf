/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  ClusterError,
} from '@namespace-migration/plugin-migration-node';
import { withSizes } from './imagesOfPlan';

const images = [{ reference: 'docker.io/library/web:1', usedBy: [] }];
const sourceThat = (answer: () => Promise<object[]>) =>
  ({ list: answer } as unknown as ClusterClient);

describe('withSizes', () => {
  it('asks the nodes of the source', async () => {
    const status = { images: [{ names: ['web:1'], sizeBytes: 9 }] };
    const source = sourceThat(async () => [{ status }]);
    expect(await withSizes(images, source)).toEqual([
      { ...images[0], sizeBytes: 9 },
    ]);
  });

  it('does without who may not see nodes, and hides no other failure', async () => {
    const refusing = (status: number) =>
      sourceThat(async () => {
        throw new ClusterError('no', status, 'Refused', 'old');
      });
    expect(await withSizes(images, refusing(403))).toEqual(images);
    await expect(withSizes(images, refusing(500))).rejects.toThrow('no');
  });
});
