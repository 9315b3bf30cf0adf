/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  COMPONENT_LABEL,
  MIGRATION_LABEL,
  PlannedVolume,
  VOLUME_LABEL,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import {
  done,
  failed,
  StepResult,
  waiting,
} from '@namespace-migration/plugin-migration-node';
import { conditionOf } from '../../conditionOf';
import { volumeName } from '../../volumeName';
import { DirectContext } from '../DirectContext';
import { fingerprintOf } from './fingerprintOf';
import { movedClaim, movedVolume, sourceVolume } from './volumeObjects';

/** After the last writer: the source's fingerprint, nothing of ours mounts it any more, then the destination has it. */
export async function bringVolume(
  context: DirectContext,
  volume: PlannedVolume,
  current: VolumeProgress,
): Promise<StepResult> {
  const { source, destination, owner } = context;
  const started: VolumeProgress =
    current.pass === 'final'
      ? current
      : {
          ...current,
          pass: 'final',
          state: 'copying',
          passStartedAt: new Date().toISOString(),
          fingerprint: undefined,
          proof: undefined,
        };
  if (!started.fingerprint) {
    const state = await fingerprintOf(context, volume, 'source');
    if (state.state === 'failed') {
      return failed(conditionOf(state.failure, volume));
    }
    if (state.state === 'running') {
      return waiting(
        `the fingerprint of ${volume.namespace}/${volume.claim} (${state.waitingFor})`,
      );
    }
    if (state.outcome.kind !== 'fingerprint') {
      throw new Error(`A fingerprint answered with ${state.outcome.kind}`);
    }
    started.fingerprint = state.outcome.digest;
    await context.putVolume(started);
  }
  const [mounting] = await source.list(
    { apiVersion: 'v1', kind: 'Pod' },
    {
      namespace: volume.namespace,
      labelSelector: `${MIGRATION_LABEL}=${
        owner.migrationId
      },${COMPONENT_LABEL}=fingerprint,${VOLUME_LABEL}=${volumeName(volume)}`,
    },
  );
  if (mounting) {
    await source.delete(
      {
        ...mounting,
        namespace: volume.namespace,
        name: mounting.metadata.name,
      },
      { uid: mounting.metadata.uid },
    );
    return waiting(
      `pod ${volume.namespace}/${mounting.metadata.name} on ${source.name} to let go of the volume`,
    );
  }
  const key = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace: volume.target.namespace,
    name: volume.target.claim,
  };
  const there = await destination.get(key);
  if (there?.status?.phase !== 'Bound') {
    const original = await sourceVolume(source, volume);
    const claim = await source.get({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace: volume.namespace,
      name: volume.claim,
    });
    if (!claim) {
      throw new Error(
        `Claim ${volume.namespace}/${volume.claim} has vanished from ${source.name}`,
      );
    }
    if (!there) {
      await context.apply(movedVolume(original, volume));
      await context.apply(movedClaim(claim, original, volume));
    }
    return waiting(
      `claim ${key.namespace}/${key.name} on ${destination.name} to be bound`,
    );
  }
  await context.putVolume({
    ...started,
    state: 'copied',
    passEndedAt: new Date().toISOString(),
  });
  return done;
}
