/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { builtInEngines } from '../volumes/engines';
import { VolumeCopyEngines } from '../volumes/engines/VolumeCopyEngines';
import { fitStageSources } from '../volumes/stageSource/fitStageSources';
import { checkStageSource } from './checkStageSource';

const engines = new VolumeCopyEngines(builtInEngines);

function conditionsOf(volume: Partial<PlannedVolume>) {
  const planned = {
    namespace: 'shop',
    claim: 'data',
    copyMethod: 'filesystem',
    volumeSource: 'csi',
    driver: 'ebs.csi.aws.com',
    snapshotClasses: { source: 'ebs' },
    ...volume,
  } as PlannedVolume;
  return checkStageSource(
    { ...planned, stageSources: fitStageSources(planned) },
    engines,
  ).map(({ type, message }) => `${type}: ${message}`);
}

describe('what the passes read', () => {
  it.each<[string, Partial<PlannedVolume>, string | undefined]>([
    ['the volume of any kind', { driver: undefined }, undefined],
    ['a snapshot by CSI', { stageFrom: 'snapshot' }, undefined],
    [
      'a snapshot of what has none',
      { stageFrom: 'snapshot', driver: undefined, volumeSource: 'nfs' },
      'StageSourceDoesNotFit: The volume of claim shop/data is of kind nfs, and only CSI drivers make snapshots. Or let the passes of the claim read the volume itself (stageFrom volume).',
    ],
    [
      'a snapshot without a class',
      { stageFrom: 'snapshot', snapshotClasses: {} },
      'StageSourceDoesNotFit: The source cluster has no VolumeSnapshotClass of driver ebs.csi.aws.com, which claim shop/data uses; create one. Or let the passes of the claim read the volume itself (stageFrom volume).',
    ],
    [
      'a snapshot for an engine without such passes',
      { stageFrom: 'snapshot', copyMethod: 'move' },
      'StageSourceDoesNotFit: Copy method move of claim shop/data does not read a snapshot in its passes. Choose another copy method, or stageFrom volume.',
    ],
  ])('%s', (_name, volume, expected) => {
    expect(conditionsOf(volume)).toEqual(expected ? [expected] : []);
  });
});
