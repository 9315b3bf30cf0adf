/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export interface Sizing {
  requestedBytes: number;
  /** What the volume really has; provisioners round up, and volumes are grown by hand. */
  capacityBytes: number;
  /** Allocated by the files, when it was measured. */
  usedBytes?: number;
  /** Head-room in percent of the capacity. */
  thresholdPercent: number;
}

/**
 * MTC's rule (mtc.md 1.2): the larger of what is requested and what there is; more when less than the threshold of it
 * is free.
 */
export function proposedSize(sizing: Sizing): {
  bytes: number;
  reason: 'Requested' | 'CapacityMismatch' | 'UsageExceeded';
} {
  const { requestedBytes, capacityBytes, usedBytes, thresholdPercent } = sizing;
  const base = Math.max(requestedBytes, capacityBytes);
  const needed =
    usedBytes === undefined
      ? 0
      : withHeadroom(usedBytes, base, thresholdPercent);
  if (needed > base) {
    return { bytes: needed, reason: 'UsageExceeded' };
  }
  return {
    bytes: base,
    reason: base > requestedBytes ? 'CapacityMismatch' : 'Requested',
  };
}

/** What a claim of `capacityBytes` needs so that the threshold of it stays free. */
function withHeadroom(
  usedBytes: number,
  capacityBytes: number,
  thresholdPercent: number,
): number {
  return usedBytes + Math.ceil((capacityBytes * thresholdPercent) / 100);
}

/** The least that a claim may be shrunk to: what is used, and the threshold of it above. */
export function smallestSize(
  usedBytes: number,
  thresholdPercent: number,
): number {
  return Math.ceil((usedBytes * (100 + thresholdPercent)) / 100);
}
