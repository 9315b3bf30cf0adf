/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { Fit } from '@namespace-migration/plugin-migration-node';

type StageSource = NonNullable<PlannedVolume['stageFrom']>;

/** What the passes beside the living application can read, for people to choose from. */
export function fitStageSources(
  volume: PlannedVolume,
): Array<{ name: StageSource } & Fit> {
  return [
    { name: 'volume', fits: true },
    { name: 'snapshot', ...fitStageSnapshot(volume) },
  ];
}

function fitStageSnapshot(volume: PlannedVolume): Fit {
  const claim = `${volume.namespace}/${volume.claim}`;
  if (!volume.driver) {
    return {
      fits: false,
      reason: `The volume of claim ${claim} is of kind ${
        volume.volumeSource ?? 'unknown'
      }, and only CSI drivers make snapshots`,
    };
  }
  return volume.snapshotClasses?.source
    ? { fits: true }
    : {
        fits: false,
        reason: `The source cluster has no VolumeSnapshotClass of driver ${volume.driver}, which claim ${claim} uses; create one`,
      };
}
