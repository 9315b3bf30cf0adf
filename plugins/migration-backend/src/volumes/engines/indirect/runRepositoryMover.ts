/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  BackupConfig,
  PlannedVolume,
  RestoreConfig,
} from '@namespace-migration/plugin-migration-common';
import { nodeOfClaim } from '../../nodeOfClaim';
import { retried } from '../../retried';
import { ensureMover, MoverState, observeMover } from '../../runMover';
import { helperName, volumeName } from '../../volumeName';
import { DirectContext } from '../DirectContext';

/** In a folder of its own: restic is given the folder, so that the volume's root is kept like everything in it. */
const PATH = '/restic/volume';
const LONGEST_SILENCE_SECONDS = 120;

type Work =
  | Pick<BackupConfig, 'role' | 'pass'>
  | (Pick<RestoreConfig, 'role' | 'snapshot' | 'sockets'> & {
      pass: 'bulk' | 'final';
    });

/** Starts, or finds, the mover that backs up on the source or restores on the destination. */
export async function runRepositoryMover(
  context: DirectContext,
  volume: PlannedVolume,
  work: Work,
): Promise<MoverState> {
  const { owner, options } = context;
  const side = work.role === 'backup' ? 'source' : 'destination';
  const cluster = context[side];
  const { namespace, claim, accessModes } =
    side === 'source' ? volume : { ...volume, ...volume.target };
  const short = volumeName(volume);
  const { images } = await context.transfer();
  const nodeName = await nodeOfClaim(cluster, {
    ...volume,
    namespace,
    claim,
    accessModes,
  });
  const repository = context.repositories.ofPlan();
  const identity = {
    migrationId: owner.migrationId,
    fencingToken: owner.fencingToken,
    volume: { name: short, path: PATH },
    repository: await repository.restic(short),
    // well before the deadline of the phase, which could not say why
    deadlineSeconds: Math.min(
      LONGEST_SILENCE_SECONDS,
      Math.floor(options.passDeadlineSeconds / 4),
    ),
    bandwidthLimitKiB: options.bandwidthLimitKiB,
  };
  const config: BackupConfig | RestoreConfig =
    work.role === 'backup'
      ? { ...identity, role: 'backup', pass: work.pass }
      : {
          ...identity,
          role: 'restore',
          snapshot: work.snapshot,
          sockets: work.sockets,
        };
  let last: MoverState | undefined;
  return retried(async attempt => {
    const name = helperName(
      `${work.role}-${work.pass}-${attempt}`,
      short,
      owner.migrationId,
    );
    if (
      last?.state === 'failed' &&
      last.failure.reason === 'RepositoryIncomplete' &&
      !(await cluster.get({ apiVersion: 'v1', kind: 'Pod', namespace, name }))
    ) {
      // before the next attempt is made, and never under it
      await repository.removeVolume(short);
    }
    const pod = await ensureMover(
      cluster,
      {
        ...owner,
        namespace,
        name,
        component: work.role,
        image: images[side],
        volume: short,
        claim: {
          name: claim,
          path: PATH,
          readOnly: work.role === 'backup',
          block: false,
        },
        nodeName,
        restart: false,
      },
      config,
    );
    last = await observeMover(cluster, pod);
    return last;
  });
}
