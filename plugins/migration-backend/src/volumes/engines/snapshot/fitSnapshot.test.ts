/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { fitSnapshot } from './fitSnapshot';

const volume = (change: Partial<PlannedVolume> = {}) =>
  ({
    namespace: 'shop',
    claim: 'data',
    volumeMode: 'Filesystem',
    volumeSource: 'csi',
    driver: 'ebs.csi.aws.com',
    snapshotClasses: { source: 'ebs', destination: 'ebs' },
    ...change,
  } as PlannedVolume);

describe('fitSnapshot', () => {
  it('takes a driver with a snapshot class on both sides', () => {
    expect(fitSnapshot(volume())).toEqual({ fits: true });
  });

  it.each([
    [{ driver: undefined, volumeSource: 'local' }, 'is of kind local'],
    [{ volumeMode: 'Block' }, 'volumeMode Block'],
    [
      { snapshotClasses: { destination: 'ebs' } },
      'The source cluster has no VolumeSnapshotClass of driver ebs.csi.aws.com',
    ],
    [{ snapshotClasses: { source: 'ebs' } }, 'The destination cluster has no'],
  ])('says why not: %j', (change, reason) => {
    expect(fitSnapshot(volume(change))).toEqual({
      fits: false,
      reason: expect.stringContaining(reason),
    });
  });
});
