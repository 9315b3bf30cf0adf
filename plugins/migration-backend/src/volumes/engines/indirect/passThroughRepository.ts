/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MoverFailure,
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
import { MoverState } from '../../runMover';
import { sourceOfPass } from '../../stageSource/sourceOfPass';
import { DirectContext } from '../DirectContext';
import { runRepositoryMover } from './runRepositoryMover';

/** A snapshot of the source in the repository, then the destination becomes what the snapshot has. */
export async function passThroughRepository(
  context: DirectContext,
  volume: PlannedVolume,
  current: VolumeProgress,
  pass: 'bulk' | 'final',
): Promise<StepResult> {
  const name = `${volume.namespace}/${volume.claim}`;
  const started: VolumeProgress =
    current.pass === pass && current.passStartedAt
      ? current
      : {
          ...current,
          pass,
          state: 'copying',
          passStartedAt: new Date().toISOString(),
          passEndedAt: undefined,
          bytesDone: 0,
          proof: undefined,
        };
  const stop = async (
    failure: MoverFailure,
    side: 'source' | 'destination',
  ): Promise<StepResult> => {
    await context.putVolume({ ...started, state: 'failed' });
    const { namespace, claim } = side === 'source' ? volume : volume.target;
    return failed({
      ...conditionOf(failure, volume),
      object: {
        cluster: context[side].name,
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace,
        name: claim,
      },
    });
  };
  const wait = async (
    state: Extract<MoverState, { state: 'running' }>,
    what: string,
  ): Promise<StepResult> => {
    const next = { ...started, ...progressOf(state) };
    if (JSON.stringify(next) !== JSON.stringify(current)) {
      await context.putVolume(next);
    }
    return waiting(`the ${what} (${state.waitingFor})`);
  };

  const from = await sourceOfPass(context, volume, pass);
  if (!('claim' in from)) {
    return from;
  }
  const backup = await runRepositoryMover(
    context,
    volume,
    { role: 'backup', pass },
    from,
  );
  if (backup.state === 'failed') {
    return stop(backup.failure, 'source');
  }
  if (backup.state === 'running') {
    return wait(backup, `backup of ${name} (${pass} pass)`);
  }
  if (backup.outcome.kind !== 'backedUp') {
    throw new Error(`A backup answered with ${backup.outcome.kind}`);
  }
  const kept = backup.outcome;
  const restore = await runRepositoryMover(context, volume, {
    role: 'restore',
    pass,
    snapshot: kept.snapshot,
    sockets: kept.sockets,
  });
  if (restore.state === 'failed') {
    // holes counted too: restic does not say how much of it they are
    const needed = { bytes: kept.bytesTotal, files: kept.files };
    return stop({ needed, ...restore.failure }, 'destination');
  }
  if (restore.state === 'running') {
    return wait(restore, `restore of ${name} (${pass} pass)`);
  }
  if (restore.outcome.kind !== 'restored') {
    throw new Error(`A restore answered with ${restore.outcome.kind}`);
  }
  const seconds = kept.seconds + restore.outcome.seconds;
  await context.putVolume({
    ...started,
    state: 'copied',
    bytesDone: kept.bytesTotal,
    bytesTotal: kept.bytesTotal,
    filesDone: kept.files,
    filesTotal: kept.files,
    bytesPerSecond: seconds > 0 ? kept.bytesSent / seconds : undefined,
    secondsRemaining: undefined,
    vanishedFiles: kept.vanished,
    passEndedAt: new Date().toISOString(),
  });
  await context.event({
    level: 'info',
    reason: 'VolumePassed',
    message: `The ${pass} pass over ${name} sent ${kept.bytesSent} of ${
      kept.bytesTotal
    } bytes to replication repository ${
      context.repositories.ofPlan().name
    } in ${kept.seconds.toFixed(1)} s, and wrote ${
      restore.outcome.bytesWritten
    } bytes from it in ${restore.outcome.seconds.toFixed(1)} s`,
  });
  return done;
}

function progressOf({
  lines,
}: Extract<MoverState, { state: 'running' }>): Partial<VolumeProgress> {
  const last = lines.filter(line => line.type === 'progress').pop();
  return last
    ? {
        bytesDone: last.bytesDone,
        bytesTotal: last.bytesTotal,
        filesDone: last.filesDone,
        filesTotal: last.filesTotal,
        bytesPerSecond: last.bytesPerSecond,
        secondsRemaining: last.secondsRemaining,
      }
    : {};
}
