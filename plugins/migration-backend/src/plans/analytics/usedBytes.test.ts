/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { VolumeProgress } from '@namespace-migration/plugin-migration-common';
import { usedBytes } from './usedBytes';

const volume = { namespace: 'shop', claim: 'data', capacityBytes: 100 };
const seen = (usedBytesSeen: number, capacityBytes: number) => [
  { namespace: 'shop', claim: 'other', usedBytes: 9, capacityBytes: 100 },
  {
    namespace: 'shop',
    claim: 'data',
    usedBytes: usedBytesSeen,
    capacityBytes,
  },
];
const moved = (change: object) => [
  { namespace: 'shop', claim: 'data', ...change } as VolumeProgress,
];

describe('usedBytes', () => {
  it.each([
    ['the kubelet', seen(40, 101), moved({ bytesTotal: 7 }), 40, 'kubelet'],
    [
      'the migration where the file system holds others too',
      seen(4000, 9000),
      moved({ bytesTotal: 7 }),
      7,
      'migration',
    ],
    [
      'what was measured before the claim was made',
      [],
      moved({ usage: { usedBytes: 5, files: 1 } }),
      5,
      'migration',
    ],
    ['nobody', seen(4000, 9000), [], undefined, 'unknown'],
  ])('believes %s', (_who, stats, last, expected, basis) => {
    expect(usedBytes(volume, stats, last)).toEqual({
      ...(expected !== undefined && { usedBytes: expected }),
      basis,
    });
  });
});
