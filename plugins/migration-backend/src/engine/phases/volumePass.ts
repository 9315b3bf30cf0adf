/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  PlannedVolume,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import { ensureReceiver, runPass, wayBy } from '../../volumes/directFileSystem';
import { serviceTypeFor } from '../../volumes/endpoints';
import { nodeOfClaim } from '../../volumes/nodeOfClaim';
import { retried } from '../../volumes/retried';
import { conditionOf } from '../../volumes/runMover';
import {
  done,
  failed,
  Phase,
  PhaseContext,
  PhaseResult,
  waiting,
} from '../Phase';

export const bulkVolumePass: Phase = {
  name: 'BulkVolumePass',
  step: 'Copy',
  deadlineSeconds: options => options.passDeadlineSeconds,
  run: context => passOverVolumes(context, 'bulk'),
};

/** Comes after WaitForWriters in its itinerary, and asserts it: this is invariant 1. */
export const finalVolumePass: Phase = {
  name: 'FinalVolumePass',
  step: 'Final',
  deadlineSeconds: options => options.passDeadlineSeconds,
  async run(context) {
    const { cutover } = context.migration.record;
    if (!cutover?.writersGoneAt) {
      throw new Error(
        'The final pass must not begin before the last writer has ended',
      );
    }
    if (!cutover.finalPassStartedAt) {
      await context.store.updateRecord(record => ({
        ...record,
        cutover: {
          ...record.cutover,
          finalPassStartedAt: new Date().toISOString(),
        },
      }));
    }
    return passOverVolumes(context, 'final');
  },
};

async function passOverVolumes(
  context: PhaseContext,
  pass: 'bulk' | 'final',
): Promise<PhaseResult> {
  const progress = await context.store.volumes();
  const isDone = (volume: VolumeProgress) =>
    volume.pass === pass && volume.state === 'copied';
  const open = context.plan.volumes.filter(
    ({ namespace, claim, action }) =>
      action === 'copy' &&
      !progress.some(
        p => p.namespace === namespace && p.claim === claim && isDone(p),
      ),
  );
  const waits: string[] = [];
  for (const volume of open.slice(0, context.options.parallelVolumes)) {
    const current = progress.find(
      p => p.namespace === volume.namespace && p.claim === volume.claim,
    )!;
    const result = await passOver(context, volume, current, pass);
    if (result.state === 'failed') {
      return result;
    }
    if (result.state === 'waiting') {
      waits.push(result.for);
    }
  }
  if (waits.length > 0 || open.length > context.options.parallelVolumes) {
    return waiting(waits.join('; ') || 'the next volumes');
  }
  return done;
}

async function passOver(
  context: PhaseContext,
  volume: PlannedVolume,
  current: VolumeProgress,
  pass: 'bulk' | 'final',
): Promise<PhaseResult> {
  const transfer = await context.transfer();
  const kind = current.endpoint!;
  const receiver = await ensureReceiver(
    transfer,
    volume,
    serviceTypeFor(context.endpoints.ladder),
  );
  if (!receiver.ready) {
    return waiting(receiver.waitingFor);
  }
  const way = await wayBy(
    kind,
    transfer,
    receiver,
    context.endpoints.nodeAddresses,
  );
  if ('declined' in way) {
    return failed({
      type: 'NoEndpointReachable',
      category: 'Critical',
      message: way.declined,
    });
  }
  const nodeName = await nodeOfClaim(context.source, volume);
  const state = await retried(attempt =>
    runPass(transfer, volume, {
      pass,
      attempt,
      way,
      bandwidthLimitKiB: context.options.bandwidthLimitKiB,
      nodeName,
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
    await context.store.putVolume({ ...started, state: 'failed' });
    return failed({
      ...conditionOf(state.failure),
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
      await context.store.putVolume(next);
    }
    return waiting(
      `the ${pass} pass over ${volume.namespace}/${volume.claim} (${state.waitingFor})`,
    );
  }
  if (state.outcome.kind !== 'pass') {
    throw new Error(`A pass answered with ${state.outcome.kind}`);
  }
  const { outcome } = state;
  await context.store.putVolume({
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
