/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { remainingPods } from '../../quiesce/quiesceNamespace';
import { done, Phase, waiting } from '../Phase';

/** Invariant 1: goes on only when no pod but ours is there that could write, and notes when that was seen. */
export const waitForWriters: Phase = {
  name: 'WaitForWriters',
  step: 'Quiesce',
  deadlineSeconds: options => options.quiesceDeadlineSeconds,
  async run({ namespaces, source, store }) {
    for (const { source: namespace } of namespaces) {
      const [pod] = await remainingPods(source, namespace);
      if (pod) {
        return waiting(
          `pod ${namespace}/${pod.metadata.name} on ${source.name} to end`,
        );
      }
    }
    await store.updateRecord(record => ({
      ...record,
      cutover: { ...record.cutover, writersGoneAt: new Date().toISOString() },
    }));
    return done;
  },
};
