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
import { runPass } from '../../directTransfer';
import { retried } from '../../retried';
import { sourceOfPass } from '../../stageSource/sourceOfPass';
import { DirectContext } from '../DirectContext';
import { reachReceiver } from './reachReceiver';

/** One pass by a mover on the source; the receiver mirrors it. */
export async function passDirectly(
  context: DirectContext,
  volume: PlannedVolume,
  current: VolumeProgress,
  pass: 'bulk' | 'final',
): Promise<StepResult> {
  const transfer = await context.transfer();
  const reached = await reachReceiver(context, volume, current.endpoint!);
  if (!('way' in reached)) {
    return reached;
  }
  const { way } = reached;
  const from = await sourceOfPass(context, volume, pass);
  if (!('claim' in from)) {
    return from;
  }
  const state = await retried(attempt =>
    runPass(transfer, volume, {
      pass,
      attempt,
      way,
      // a final pass finds nearly all there, and several streams would only look at it once more
      streams: pass === 'bulk' ? context.options.streamsPerVolume : 1,
      bandwidthLimitKiB: context.options.bandwidthLimitKiB,
      ...from,
    }),
  );
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
  if (state.state === 'failed') {
    await context.putVolume({ ...started, state: 'failed' });
    return failed({
      ...conditionOf(state.failure, volume),
      object: {
        cluster: context.source.name,
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: volume.namespace,
        name: volume.claim,
      },
    });
  }
  if (state.state === 'running') {
    const last = state.lines.filter(line => line.type === 'progress').pop();
    const {
      bytesDone,
      bytesTotal,
      filesDone,
      filesTotal,
      bytesPerSecond,
      secondsRemaining,
    } = last ?? { bytesDone: started.bytesDone };
    const next = {
      ...started,
      bytesDone,
      bytesTotal: bytesTotal ?? started.bytesTotal,
      filesDone,
      filesTotal,
      bytesPerSecond,
      secondsRemaining,
    };
    if (JSON.stringify(next) !== JSON.stringify(current)) {
      await context.putVolume(next);
    }
    return waiting(
      `the ${pass} pass over ${volume.namespace}/${volume.claim} (${state.waitingFor})`,
    );
  }
  if (state.outcome.kind !== 'pass') {
    throw new Error(`A pass answered with ${state.outcome.kind}`);
  }
  const { outcome } = state;
  await context.putVolume({
    ...started,
    state: 'copied',
    bytesDone: outcome.bytesTotal,
    bytesTotal: outcome.bytesTotal,
    filesDone: outcome.files,
    filesTotal: outcome.files,
    bytesPerSecond:
      outcome.seconds > 0 ? outcome.bytesSent / outcome.seconds : undefined,
    secondsRemaining: undefined,
    vanishedFiles: outcome.vanished,
    passEndedAt: new Date().toISOString(),
  });
  await context.event({
    level: 'info',
    reason: 'VolumePassed',
    message: `The ${pass} pass over ${volume.namespace}/${volume.claim} sent ${
      outcome.bytesSent
    } of ${outcome.bytesTotal} bytes in ${outcome.seconds.toFixed(1)} s`,
  });
  return done;
}
