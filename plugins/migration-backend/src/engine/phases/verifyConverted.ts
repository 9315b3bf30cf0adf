/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { done, Phase, waiting } from '../Phase';
import { unready } from '../../health/unready';

/** The workloads are ready on the new claims. What they were is kept for the way back. */
export const verifyConverted: Phase = {
  name: 'VerifyConverted',
  step: 'Start',
  deadlineSeconds: options => options.healthDeadlineSeconds,
  async run({ store, source }) {
    for (const { before: _, ...key } of await store.quiesced()) {
      const live = await source.get(key);
      const missing = live && unready(live);
      if (missing) {
        return waiting(
          `${key.kind} ${key.namespace}/${key.name} on ${source.name}: ${missing}`,
        );
      }
    }
    await store.updateRecord(record => ({
      ...record,
      cutover: { ...record.cutover, healthyAt: new Date().toISOString() },
    }));
    return done;
  },
};
