/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { proposedSize, smallestSize } from './proposedSize';

const GI = 2 ** 30;

describe('proposedSize', () => {
  const sizing = { requestedBytes: GI, capacityBytes: GI, thresholdPercent: 3 };

  it.each([
    ['what is requested', sizing, GI, 'Requested'],
    [
      'what there is, when a provisioner gave more or somebody grew it',
      { ...sizing, capacityBytes: 2 * GI },
      2 * GI,
      'CapacityMismatch',
    ],
    [
      'that too while there is room',
      { ...sizing, capacityBytes: 2 * GI, usedBytes: 1.9 * GI },
      2 * GI,
      'CapacityMismatch',
    ],
    [
      'more when less than the threshold is free',
      { ...sizing, usedBytes: 0.98 * GI },
      Math.ceil(1.01 * GI),
      'UsageExceeded',
    ],
    [
      'more when files take more than the claim says',
      { ...sizing, usedBytes: 3 * GI, thresholdPercent: 10 },
      Math.ceil(3.1 * GI),
      'UsageExceeded',
    ],
  ])('is %s', (_, given, bytes, reason) => {
    expect(proposedSize(given)).toEqual({
      bytes: expect.closeTo(bytes, -1),
      reason,
    });
  });
});

it('smallestSize keeps the threshold above what is used', () => {
  expect(smallestSize(1000, 3)).toBe(1030);
});
