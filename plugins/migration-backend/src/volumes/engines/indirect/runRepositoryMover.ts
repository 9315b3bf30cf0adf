/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  BackupConfig,
  PlannedVolume,
  RestoreConfig,
} from '@namespace-migration/plugin-migration-common';
import { findOrStart } from '../../findOrStart';
import { MoverPodOptions } from '../../moverPod';
import { nodeOfClaim } from '../../nodeOfClaim';
import { retried } from '../../retried';
import { ensureMover, MoverState, observeMover } from '../../runMover';
import { SourceOfPass } from '../../stageSource/sourceOfPass';
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
  /** What a backup reads. */
  from?: SourceOfPass,
): Promise<MoverState> {
  const { owner, options: planOptions } = context;
  const { pass } = work;
  const side = work.role === 'backup' ? 'source' : 'destination';
  const cluster = context[side];
  const { namespace, claim, accessModes } =
    side === 'source' ? volume : { ...volume, ...volume.target };
  const short = volumeName(volume);
  const transfer = await context.transfer();
  const { images } = transfer;
  const mounted = from ?? {
    claim,
    nodeName: await nodeOfClaim(cluster, {
      ...volume,
      namespace,
      claim,
      accessModes,
    }),
  };
  const repository = context.repositories.ofPlan();
  const identity = {
    migrationId: owner.migrationId,
    fencingToken: owner.fencingToken,
    volume: { name: short, path: PATH },
    repository: await repository.restic(short),
    // well before the deadline of the phase, which could not say why
    deadlineSeconds: Math.min(
      LONGEST_SILENCE_SECONDS,
      Math.floor(planOptions.passDeadlineSeconds / 4),
    ),
    bandwidthLimitKiB: planOptions.bandwidthLimitKiB,
  };
  const configOf = (attempt: number): BackupConfig | RestoreConfig =>
    work.role === 'backup'
      ? { ...identity, role: 'backup', pass }
      : {
          ...identity,
          role: 'restore',
          snapshot: work.snapshot,
          sockets: work.sockets,
          // only after a bulk pass of this migration, which has read all of it and was well
          overwrite:
            pass === 'final' && attempt === 1 ? 'if-changed' : 'always',
        };
  let last: MoverState | undefined;
  return retried(async attempt => {
    const name = helperName(
      `${work.role}-${pass}-${attempt}`,
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
    const options: MoverPodOptions = {
      ...owner,
      namespace,
      name,
      component: work.role,
      image: images[side],
      volume: short,
      claim: {
        name: mounted.claim,
        path: PATH,
        readOnly: work.role === 'backup',
        block: false,
      },
      nodeName: mounted.nodeName,
      restart: false,
    };
    const start = () => ensureMover(cluster, options, configOf(attempt));
    const started =
      work.role === 'backup'
        ? await findOrStart(transfer, options, pass === 'bulk', start)
        : { taken: await start() };
    if ('waitingFor' in started) {
      return { state: 'running', lines: [], ...started };
    }
    last = await observeMover(cluster, started.taken);
    return last;
  });
}
