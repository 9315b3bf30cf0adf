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
  StepResult,
  waiting,
} from '@namespace-migration/plugin-migration-node';
import { runProver } from '../../directTransfer';
import { nodeOfClaim } from '../../nodeOfClaim';
import { retried } from '../../retried';
import { DirectContext } from '../DirectContext';
import { reachReceiver } from './reachReceiver';

/** Both sides are read beside the application, and the receiver keeps what is the same until `verifyDirectly`. */
export async function verifyBulkDirectly(
  context: DirectContext,
  volume: PlannedVolume,
  current: VolumeProgress,
): Promise<StepResult> {
  const mode = volume.verify ?? context.options.verify;
  if (mode === 'metadata' || current.provenBefore) {
    return done;
  }
  const transfer = await context.transfer();
  const reached = await reachReceiver(context, volume, current.endpoint!);
  if (!('way' in reached)) {
    return reached;
  }
  const nodeName = await nodeOfClaim(context.source, volume);
  const state = await retried(attempt =>
    runProver(transfer, volume, {
      mode,
      samplePercent:
        mode === 'sample' ? context.options.verifySamplePercent : undefined,
      attempt,
      way: reached.way,
      nodeName,
    }),
  );
  const name = `${volume.namespace}/${volume.claim}`;
  if (state.state === 'running') {
    return waiting(
      `the reading of ${name} before the application is stopped (${state.waitingFor})`,
    );
  }
  const keep = (files: number, bytes: number) =>
    context.putVolume({
      ...current,
      provenBefore: { files, bytes, at: new Date().toISOString() },
    });
  if (state.state === 'failed') {
    // only the downtime becomes longer
    await keep(0, 0);
    await context.event({
      level: 'warning',
      reason: 'NotReadBefore',
      message: `${name} could not be read before the application is stopped, so all of it is read afterwards: ${state.failure.message}`,
    });
    return done;
  }
  if (state.outcome.kind !== 'proven') {
    throw new Error(`A prover answered with ${state.outcome.kind}`);
  }
  const { files, bytes, seconds, noChangeTimes } = state.outcome;
  await keep(files, bytes);
  await context.event({
    level: 'info',
    reason: 'VolumeReadBefore',
    message: noChangeTimes
      ? `${name} lies on a file system that does not tell reliably what has changed, so all of it is read after the application was stopped`
      : `${name}: ${files} files with ${bytes} bytes are the same on both sides before the application is stopped, read in ${seconds.toFixed(
          1,
        )} s`,
  });
  return done;
}
