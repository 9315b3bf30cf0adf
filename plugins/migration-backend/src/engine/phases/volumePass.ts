/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Condition,
  PlannedVolume,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import { sourceClaimGone } from '../../volumes/sourceClaimGone';
import { copyContext } from '../copyContext';
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
  const progressOf = ({ namespace, claim }: PlannedVolume) =>
    progress.find(p => p.namespace === namespace && p.claim === claim);
  const isDone = (volume?: VolumeProgress) =>
    volume?.pass === pass && volume.state === 'copied';
  const hasFailed = (volume?: VolumeProgress) =>
    volume?.pass === pass && volume.failure !== undefined;
  const waits: string[] = [];
  let queued = 0;
  for (const volume of context.plan.volumes) {
    const current = progressOf(volume);
    if (volume.action === 'skip' || isDone(current) || hasFailed(current)) {
      continue;
    }
    if (waits.length >= context.options.parallelVolumes) {
      queued += 1;
      continue;
    }
    const gone = await sourceClaimGone(context.source, volume);
    const result = gone
      ? failed(gone)
      : await context.engines
          .get(volume.copyMethod)
          .pass(copyContext(context), volume, current!, pass);
    if (result.state === 'failed') {
      if (pass === 'final') {
        // the application is down: what is left would only make that longer
        return result;
      }
      await setAside(context, volume, result.conditions[0]);
    }
    if (result.state === 'waiting') {
      waits.push(result.for);
    }
  }
  if (waits.length > 0 || queued > 0) {
    return waiting(waits.join('; ') || 'the next volumes');
  }
  const now = await context.store.volumes();
  const failures = now.flatMap(volume =>
    hasFailed(volume) ? [volume.failure!] : [],
  );
  if (failures.length > 0) {
    return failed(...failures);
  }
  const missed = now.find(volume => !isDone(volume));
  if (missed) {
    return failed({
      type: 'VolumeNotCopied',
      category: 'Critical',
      message: `The copy method of claim ${missed.namespace}/${missed.claim} has ended its ${pass} pass without saying that it is copied. Choose another copy method in the plan, and tell the maker of this one.`,
    });
  }
  return done;

  /** A volume that failed is told at once and not tried again; the others go on to their end. */
  async function setAside(
    { store }: PhaseContext,
    volume: PlannedVolume,
    failure: Condition,
  ): Promise<void> {
    const latest = (await store.volumes()).find(
      p => p.namespace === volume.namespace && p.claim === volume.claim,
    )!;
    await store.putVolume({ ...latest, pass, state: 'failed', failure });
  }
}
