/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { VolumeProgress } from '@namespace-migration/plugin-migration-common';
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
  const isDone = (volume: VolumeProgress) =>
    volume.pass === pass && volume.state === 'copied';
  const open = context.plan.volumes.filter(
    ({ namespace, claim, action }) =>
      action !== 'skip' &&
      !progress.some(
        p => p.namespace === namespace && p.claim === claim && isDone(p),
      ),
  );
  const waits: string[] = [];
  for (const volume of open.slice(0, context.options.parallelVolumes)) {
    const current = progress.find(
      p => p.namespace === volume.namespace && p.claim === volume.claim,
    )!;
    const result = await context.engines
      .get(volume.copyMethod)
      .pass(copyContext(context), volume, current, pass);
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
  const [missed] = (await context.store.volumes()).filter(
    volume => !isDone(volume),
  );
  if (missed) {
    return failed({
      type: 'VolumeNotCopied',
      category: 'Critical',
      message: `The copy method of claim ${missed.namespace}/${missed.claim} has ended its ${pass} pass without saying that it is copied. Choose another copy method in the plan, and tell the maker of this one.`,
    });
  }
  return done;
}
