/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { Fit } from '@namespace-migration/plugin-migration-node';

/** The same driver on both sides is necessary; that both reach one storage is proven by the bulk pass. */
export function fitSnapshot(volume: PlannedVolume): Fit {
  const claim = `${volume.namespace}/${volume.claim}`;
  const no = (reason: string): Fit => ({ fits: false, reason });
  if (!volume.driver) {
    return no(
      `The volume of claim ${claim} is of kind ${
        volume.volumeSource ?? 'unknown'
      }, and only CSI drivers make snapshots`,
    );
  }
  if (volume.volumeMode !== 'Filesystem') {
    return no(
      `Claim ${claim} has volumeMode ${volume.volumeMode}, and the proof of a snapshot reads files`,
    );
  }
  for (const side of ['source', 'destination'] as const) {
    if (!volume.snapshotClasses?.[side]) {
      return no(
        `The ${side} cluster has no VolumeSnapshotClass of driver ${volume.driver}, which claim ${claim} uses; create one`,
      );
    }
  }
  return { fits: true };
}
