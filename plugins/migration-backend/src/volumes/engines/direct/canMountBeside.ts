/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { Fit } from '@namespace-migration/plugin-migration-node';

/** A mover mounts the claim while the application does, which ReadWriteOncePod forbids: a pod would wait for ever. */
export function canMountBeside(volume: PlannedVolume): Fit {
  const [pod] = volume.mountedBy;
  return pod !== undefined && volume.accessModes.includes('ReadWriteOncePod')
    ? {
        fits: false,
        reason: `Claim ${volume.namespace}/${volume.claim} is ReadWriteOncePod and mounted by pod ${pod}, so no mover can mount it beside. Stop the application before the migration, or take a snapshot`,
      }
    : { fits: true };
}
