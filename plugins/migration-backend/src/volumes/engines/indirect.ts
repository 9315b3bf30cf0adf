/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  done,
  VolumeCopyEngine,
} from '@namespace-migration/plugin-migration-node';
import { prepareDirectly } from './direct/prepareDirectly';
import { verifyBulkDirectly } from './direct/verifyBulkDirectly';
import { verifyDirectly } from './direct/verifyDirectly';
import { DirectContext } from './DirectContext';
import { cleanUpRepository } from './indirect/cleanUpRepository';
import { passThroughRepository } from './indirect/passThroughRepository';
import { removeStageSource } from '../stageSource/removeStageSource';

/** Indirect volume migration: restic to the replication repository, and from there to the destination. */
export const indirect: VolumeCopyEngine<DirectContext> = {
  name: 'indirect',
  title: 'Files, through the replication repository',
  usesRepository: true,
  stagesFromSnapshot: true,
  fit(volume, plan) {
    if (volume.volumeMode !== 'Filesystem') {
      return {
        fits: false,
        reason: `Claim ${volume.namespace}/${volume.claim} has volumeMode ${volume.volumeMode}, and only files are copied through a replication repository`,
      };
    }
    return plan?.repository
      ? { fits: true }
      : {
          fits: false,
          reason: `Claim ${volume.namespace}/${volume.claim} needs a replication repository to be copied through, and the plan names none in repository`,
        };
  },
  // only a proof needs a way between the clusters; a stage goes without
  prepare: async (context, volumes) =>
    context.itinerary === 'cutover' ? prepareDirectly(context, volumes) : done,
  pass: passThroughRepository,
  verifyBulk: verifyBulkDirectly,
  verify: verifyDirectly,
  async cleanUp(context, volumes) {
    const removed = await removeStageSource(context, volumes);
    return removed.state === 'done' ? cleanUpRepository(context) : removed;
  },
};
