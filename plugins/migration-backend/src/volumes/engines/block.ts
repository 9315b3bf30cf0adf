/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { VolumeCopyEngine } from '@namespace-migration/plugin-migration-node';
import { passDirectly } from './direct/passDirectly';
import { canMountBeside } from './direct/canMountBeside';
import { checkDirectly } from './direct/checkDirectly';
import { prepareDirectly } from './direct/prepareDirectly';
import { verifyDirectly } from './direct/verifyDirectly';
import { DirectContext } from './DirectContext';
import { removeStageSource } from '../stageSource/removeStageSource';

/** Direct volume migration of raw blocks: chunks are hashed on both sides, and those that differ are sent. */
export const block: VolumeCopyEngine<DirectContext> = {
  name: 'block',
  title: 'Blocks, directly between the clusters',
  stagesFromSnapshot: true,
  fit: volume =>
    volume.volumeMode === 'Block'
      ? canMountBeside(volume)
      : {
          fits: false,
          reason: `Claim ${volume.namespace}/${volume.claim} has volumeMode ${volume.volumeMode}, and its device is not given to pods`,
        },
  check: checkDirectly,
  prepare: prepareDirectly,
  pass: passDirectly,
  verify: verifyDirectly,
  cleanUp: removeStageSource,
};
