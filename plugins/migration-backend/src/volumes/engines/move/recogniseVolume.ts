/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlannedVolume,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import {
  done,
  failed,
  StepResult,
  waiting,
} from '@namespace-migration/plugin-migration-node';
import { conditionOf } from '../../conditionOf';
import { DirectContext } from '../DirectContext';
import { fingerprintOf } from './fingerprintOf';

/** The volume that the destination mounts has the fingerprint that it had on the source. */
export async function recogniseVolume(
  context: DirectContext,
  volume: PlannedVolume,
  current: VolumeProgress,
): Promise<StepResult> {
  const object = {
    cluster: context.destination.name,
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace: volume.target.namespace,
    name: volume.target.claim,
  };
  const state = await fingerprintOf(context, volume, 'destination');
  if (state.state === 'failed') {
    return failed({ ...conditionOf(state.failure, volume), object });
  }
  if (state.state === 'running') {
    return waiting(
      `the fingerprint of ${volume.target.namespace}/${volume.target.claim} (${state.waitingFor})`,
    );
  }
  if (state.outcome.kind !== 'fingerprint') {
    throw new Error(`A fingerprint answered with ${state.outcome.kind}`);
  }
  const { digest, files, directories, bytes, seconds } = state.outcome;
  const same =
    current.fingerprint !== undefined && digest === current.fingerprint;
  await context.putVolume({
    ...current,
    state: same ? 'verified' : 'failed',
    proof: {
      mode: volume.volumeMode === 'Block' ? 'full' : 'metadata',
      files,
      directories,
      bytes,
      differences: same ? 0 : 1,
      seconds,
      verifiedAt: new Date().toISOString(),
    },
  });
  return same
    ? done
    : failed({
        type: 'VolumeDiffers',
        category: 'Critical',
        message: `What ${context.destination.name} mounts as ${object.namespace}/${object.name} is not what ${context.source.name} had as ${volume.namespace}/${volume.claim}: their fingerprints differ. Look whether both PersistentVolumes name the same storage, and who else writes to it.`,
        object,
      });
}
