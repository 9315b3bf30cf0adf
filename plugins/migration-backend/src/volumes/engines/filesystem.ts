/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { VolumeCopyEngine } from '@namespace-migration/plugin-migration-node';
import { DirectContext } from './DirectContext';
import { passDirectly } from './direct/passDirectly';
import { canMountBeside } from './direct/canMountBeside';
import { checkDirectly } from './direct/checkDirectly';
import { prepareDirectly } from './direct/prepareDirectly';
import { verifyBulkDirectly } from './direct/verifyBulkDirectly';
import { verifyDirectly } from './direct/verifyDirectly';
import { removeStageSource } from '../stageSource/removeStageSource';

/** Direct volume migration: movers on both sides, rsync between them over mutual TLS. */
export const filesystem: VolumeCopyEngine<DirectContext> = {
  name: 'filesystem',
  title: 'Files, directly between the clusters',
  stagesFromSnapshot: true,
  fit: volume =>
    volume.volumeMode === 'Filesystem'
      ? canMountBeside(volume)
      : {
          fits: false,
          reason: `Claim ${volume.namespace}/${volume.claim} has volumeMode ${volume.volumeMode}, and files are copied only of Filesystem`,
        },
  check: checkDirectly,
  prepare: prepareDirectly,
  pass: passDirectly,
  verifyBulk: verifyBulkDirectly,
  verify: verifyDirectly,
  cleanUp: removeStageSource,
};
