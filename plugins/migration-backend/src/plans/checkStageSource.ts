/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import { VolumeCopyEngines } from '../volumes/engines/VolumeCopyEngines';

/** Whether the passes of this volume can read what the plan wants them to. */
export function checkStageSource(
  volume: PlannedVolume,
  engines: VolumeCopyEngines,
): Condition[] {
  const { stageFrom = 'volume', copyMethod } = volume;
  const source = volume.stageSources?.find(({ name }) => name === stageFrom);
  const able =
    stageFrom === 'volume' || engines.get(copyMethod).stagesFromSnapshot;
  if (able && source?.fits !== false) {
    return [];
  }
  return [
    {
      type: 'StageSourceDoesNotFit',
      category: 'Critical',
      message: able
        ? `${
            source!.reason
          }. Or let the passes of the claim read the volume itself (stageFrom volume).`
        : `Copy method ${copyMethod} of claim ${volume.namespace}/${volume.claim} does not read a snapshot in its passes. Choose another copy method, or stageFrom volume.`,
    },
  ];
}
