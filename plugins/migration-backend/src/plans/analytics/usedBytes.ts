/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlannedVolume,
  VolumeAnalytics,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import { VolumeStats } from '@namespace-migration/plugin-migration-node';

/** A file system so much larger than its claim holds other things too, and its use says nothing about the claim. */
const MOST_TIMES = 1.5;

/** How much lies on a volume, and who said so. */
export function usedBytes(
  {
    namespace,
    claim,
    capacityBytes,
  }: Pick<PlannedVolume, 'namespace' | 'claim' | 'capacityBytes'>,
  stats: VolumeStats[],
  last: VolumeProgress[],
): Pick<VolumeAnalytics, 'usedBytes' | 'basis'> {
  const seen = stats.find(
    one => one.namespace === namespace && one.claim === claim,
  );
  if (
    seen?.usedBytes !== undefined &&
    (seen.capacityBytes ?? 0) <= capacityBytes * MOST_TIMES
  ) {
    return { usedBytes: seen.usedBytes, basis: 'kubelet' };
  }
  const own = last.find(
    one => one.namespace === namespace && one.claim === claim,
  );
  const measured =
    own?.proof?.bytes ?? own?.bytesTotal ?? own?.usage?.usedBytes;
  return measured === undefined
    ? { basis: 'unknown' }
    : { usedBytes: measured, basis: 'migration' };
}
