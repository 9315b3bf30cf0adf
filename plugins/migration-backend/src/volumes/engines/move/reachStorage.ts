/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MIGRATION_LABEL,
  PlannedVolume,
} from '@namespace-migration/plugin-migration-common';
import {
  done,
  failed,
  StepResult,
  VolumeCopyContext,
  waiting,
} from '@namespace-migration/plugin-migration-node';
import { helperLabels } from '../../moverPod';
import { conditionOf } from '../../conditionOf';
import { retried } from '../../retried';
import { createUnlessThere, ensureMover, observeMover } from '../../runMover';
import { helperName, volumeName } from '../../volumeName';
import { DirectContext } from '../DirectContext';
import { serversOf } from './serversOf';
import { movedClaim, movedVolume, sourceVolume } from './volumeObjects';

/** A second mount beside the application's is harmless only where the storage is made for it. */
const isShared = ({ accessModes }: PlannedVolume) =>
  accessModes.some(mode => mode === 'ReadWriteMany' || mode === 'ReadOnlyMany');

const reachName = (context: VolumeCopyContext, volume: PlannedVolume) =>
  helperName('reach', volumeName(volume), context.owner.migrationId);

/**
 * A pod on the destination tries the storage's servers, and reads the volume where it is a shared one, before anything
 * is stopped. A volume for one node only is not mounted: two nodes that mount one file system destroy it.
 */
export async function reachStorage(
  context: DirectContext,
  volume: PlannedVolume,
): Promise<StepResult> {
  const { owner, source, destination } = context;
  const original = await sourceVolume(source, volume);
  const servers = serversOf(original.spec);
  const mounts = isShared(volume) && volume.volumeMode === 'Filesystem';
  if (servers.length === 0 && !mounts) {
    return done;
  }
  const name = reachName(context, volume);
  const { namespace } = volume.target;
  const short = volumeName(volume);
  if (mounts) {
    await createReach(context, volume, name);
  }
  const { images } = await context.transfer();
  const state = await retried(async attempt =>
    observeMover(
      destination,
      await ensureMover(
        destination,
        {
          ...owner,
          namespace,
          name: `${name}-${attempt}`,
          component: 'reach',
          image: images.destination,
          volume: short,
          claim: mounts
            ? { name, path: '/volume', readOnly: true, block: false }
            : undefined,
          restart: false,
        },
        {
          role: 'reach',
          migrationId: owner.migrationId,
          fencingToken: owner.fencingToken,
          servers,
          ...(mounts && { volume: { name: short, path: '/volume' } }),
        },
      ),
    ),
  );
  const object = {
    cluster: source.name,
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    name: original.metadata.name,
  };
  if (state.state === 'running') {
    return waiting(
      `a test whether ${destination.name} reaches the storage of ${volume.namespace}/${volume.claim} (${state.waitingFor})`,
    );
  }
  if (state.state === 'failed') {
    return failed({ ...conditionOf(state.failure, volume), object });
  }
  if (state.outcome.kind !== 'reached') {
    throw new Error(`A test of reach answered with ${state.outcome.kind}`);
  }
  const { unreachable } = state.outcome;
  return unreachable.length > 0
    ? failed({
        type: 'StorageUnreachable',
        category: 'Critical',
        message: `Pods on ${
          destination.name
        } do not reach the storage of claim ${volume.namespace}/${
          volume.claim
        }: ${unreachable
          .map(({ target, error }) => `${target}: ${error}`)
          .join(
            '; ',
          )}. Open the way (firewall, export list), or copy the claim instead of moving it.`,
        object,
      })
    : done;
}

/** A volume and a claim of the test's own, which go with it. */
async function createReach(
  context: DirectContext,
  volume: PlannedVolume,
  name: string,
): Promise<void> {
  const { owner, source, destination } = context;
  const labels = helperLabels(owner, 'reach', volumeName(volume));
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
  const target = { ...volume.target, claim: name };
  const original = await sourceVolume(source, volume);
  const persistentVolume = movedVolume(original, { ...volume, target });
  const persistentVolumeClaim = movedClaim(claim, original, {
    ...volume,
    target,
  });
  await createUnlessThere(destination, {
    ...persistentVolume,
    metadata: { name, labels },
  });
  await createUnlessThere(destination, {
    ...persistentVolumeClaim,
    metadata: { name, namespace: target.namespace, labels },
    spec: { ...persistentVolumeClaim.spec, volumeName: name },
  });
}

/** Done when the test's pod, claim and volume are gone. The volume's policy is Retain, so that nothing else goes. */
export async function removeReach(
  context: VolumeCopyContext,
  volume: PlannedVolume,
): Promise<StepResult> {
  const { destination, owner } = context;
  const selector = {
    labelSelector: `${MIGRATION_LABEL}=${owner.migrationId}`,
  };
  const name = reachName(context, volume);
  const pods = await destination.list(
    { apiVersion: 'v1', kind: 'Pod' },
    { ...selector, namespace: volume.target.namespace },
  );
  for (const key of [
    ...pods
      .filter(({ metadata }) => metadata.name.startsWith(`${name}-`))
      .map(({ metadata }) => ({
        apiVersion: 'v1',
        kind: 'Pod',
        namespace: metadata.namespace,
        name: metadata.name,
      })),
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace: volume.target.namespace,
      name,
    },
    { apiVersion: 'v1', kind: 'PersistentVolume', name },
  ]) {
    const live = await destination.get(key);
    if (live?.metadata.labels?.[MIGRATION_LABEL] === owner.migrationId) {
      await destination.delete(key, { uid: live.metadata.uid });
      return waiting(
        `${key.kind} ${key.name} on ${destination.name} to be gone`,
      );
    }
  }
  return done;
}
