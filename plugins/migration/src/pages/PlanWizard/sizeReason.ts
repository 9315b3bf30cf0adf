/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';

/** Why a size is proposed (the backend's rule in proposedSize.ts), or that another one was given; a key of the messages. */
export function sizeReason(
  volume: Pick<PlannedVolume, 'capacityBytes' | 'requestedBytes'>,
  given: string | undefined,
): 'sizeOwn' | 'sizeCapacity' | 'sizeRequested' {
  if (given) {
    return 'sizeOwn';
  }
  return volume.capacityBytes > volume.requestedBytes
    ? 'sizeCapacity'
    : 'sizeRequested';
}
