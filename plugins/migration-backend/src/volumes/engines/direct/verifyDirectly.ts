/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { setTimeout as sleep } from 'node:timers/promises';
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
import { runComparison } from '../../directTransfer';
import { retried } from '../../retried';
import { MoverState } from '../../runMover';
import { DirectContext } from '../DirectContext';
import { reachReceiver } from './reachReceiver';

const LOOKS = 10;

function lacksItsList(state: MoverState): boolean {
  return (
    state.state === 'succeeded' &&
    state.outcome.kind === 'compared' &&
    state.outcome.differences > 0 &&
    !state.lines.some(({ type }) => type === 'difference')
  );
}

/** Both sides are read and compared; anything but no difference is a failure. */
export async function verifyDirectly(
  context: DirectContext,
  volume: PlannedVolume,
  current: VolumeProgress,
): Promise<StepResult> {
  const transfer = await context.transfer();
  const reached = await reachReceiver(context, volume, current.endpoint!);
  if (!('way' in reached)) {
    return reached;
  }
  const { way } = reached;
  const mode = volume.verify ?? context.options.verify;
  const samplePercent =
    mode === 'sample' ? context.options.verifySamplePercent : undefined;
  const look = () =>
    retried(attempt =>
      runComparison(transfer, volume, {
        mode,
        samplePercent,
        recall: Boolean(current.provenBefore?.files),
        attempt,
        way,
      }),
    );
  let state = await look();
  // The result stands in the pod's status; the log with the list can come a moment later.
  for (let looks = 0; looks < LOOKS && lacksItsList(state); looks += 1) {
    await sleep(1_000);
    state = await look();
  }
  const object = {
    cluster: context.destination.name,
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace: volume.target.namespace,
    name: volume.target.claim,
  };
  if (state.state === 'failed') {
    return failed({ ...conditionOf(state.failure, volume), object });
  }
  if (state.state === 'running') {
    if (current.state !== 'verifying') {
      await context.putVolume({ ...current, state: 'verifying' });
    }
    return waiting(
      `the comparison of ${volume.namespace}/${volume.claim} (${state.waitingFor})`,
    );
  }
  if (state.outcome.kind !== 'compared') {
    throw new Error(`A comparison answered with ${state.outcome.kind}`);
  }
  const { files, directories, bytes, differences, seconds } = state.outcome;
  const { notCompared, notReadAgain } = state.outcome;
  const told = state.lines.flatMap(line =>
    line.type === 'difference'
      ? [
          {
            namespace: volume.namespace,
            claim: volume.claim,
            path: line.path,
            pathBase64: line.pathBase64,
            field: line.field,
            source: line.source,
            destination: line.destination,
          },
        ]
      : [],
  );
  const ok = differences === 0;
  await context.putVolume(
    {
      ...current,
      state: ok ? 'verified' : 'failed',
      proof: {
        mode,
        samplePercent,
        files,
        directories,
        bytes,
        differences,
        seconds,
        verifiedAt: new Date().toISOString(),
        ...(notCompared?.length && { notCompared }),
        ...(notReadAgain && {
          notReadAgain: { ...notReadAgain, since: current.provenBefore!.at },
        }),
      },
    },
    told,
  );
  if (!ok) {
    const first = told[0]
      ? ` The first: ${told[0].path} (${told[0].field}).`
      : '';
    return failed({
      type: 'VolumeDiffers',
      category: 'Critical',
      message: `Volume ${volume.namespace}/${volume.claim} differs from its copy in ${differences} places.${first} Look at the list of differences; something wrote to one of the sides.`,
      object,
    });
  }
  await context.event({
    level: 'info',
    reason: 'VolumeVerified',
    message: `${volume.namespace}/${
      volume.claim
    }: ${files} files, ${bytes} bytes, no difference (${mode})${
      notReadAgain
        ? `; ${notReadAgain.files} of them (${notReadAgain.bytes} bytes) unchanged since they were read before the application was stopped`
        : ''
    }${notCompared?.length ? `; not compared: ${notCompared.join(', ')}` : ''}`,
    object,
  });
  return done;
}
