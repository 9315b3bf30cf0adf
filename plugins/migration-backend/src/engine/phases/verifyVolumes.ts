/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { copyContext } from '../copyContext';
import { done, failed, Phase, waiting } from '../Phase';
import { writerCameBack } from './writerCameBack';

/** Invariant 4 for volumes: each engine reads both sides and compares them. */
export const verifyVolumes: Phase = {
  name: 'VerifyVolumes',
  step: 'Verify',
  deadlineSeconds: options => options.verifyDeadlineSeconds,
  async run(context) {
    const progress = await context.store.volumes();
    const open = progress.filter(volume => volume.state !== 'verified');
    const waits: string[] = [];
    for (const current of open.slice(0, context.options.parallelVolumes)) {
      const volume = context.plan.volumes.find(
        v => v.namespace === current.namespace && v.claim === current.claim,
      )!;
      const result = await context.engines
        .get(volume.copyMethod)
        .verify(copyContext(context), volume, current);
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
    const [unproven] = (await context.store.volumes()).filter(
      ({ state, proof }) => state !== 'verified' || proof?.differences !== 0,
    );
    if (unproven) {
      return failed({
        type: 'VolumeNotProven',
        category: 'Critical',
        message: `The copy method of claim ${unproven.namespace}/${unproven.claim} has ended its comparison without a proof. Choose another copy method in the plan, and tell the maker of this one.`,
      });
    }
    const back = await writerCameBack(context);
    if (back) {
      return failed(back);
    }
    await context.store.updateRecord(record => ({
      ...record,
      cutover: {
        ...record.cutover,
        verifiedAt: record.cutover?.verifiedAt ?? new Date().toISOString(),
      },
    }));
    return done;
  },
};
