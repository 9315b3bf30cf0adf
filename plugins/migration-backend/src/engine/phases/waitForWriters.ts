/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { remainingPods } from '../../quiesce/quiesceNamespace';
import { done, Phase, waiting } from '../Phase';

/** Invariant 1: goes on only when no pod but ours is there that could write, and notes when that was seen. */
const NAMED = 5;

export const waitForWriters: Phase = {
  name: 'WaitForWriters',
  step: 'Quiesce',
  deadlineSeconds: options => options.quiesceDeadlineSeconds,
  async run({ namespaces, source, store }) {
    const left: string[] = [];
    for (const { source: namespace } of namespaces) {
      const pods = await remainingPods(source, namespace);
      left.push(...pods.map(pod => `${namespace}/${pod.metadata.name}`));
    }
    if (left.length > 0) {
      const more =
        left.length > NAMED ? ` and ${left.length - NAMED} more` : '';
      return waiting(
        `pod ${left.slice(0, NAMED).join(', ')}${more} on ${
          source.name
        } to end`,
      );
    }
    await store.updateRecord(record => ({
      ...record,
      cutover: { ...record.cutover, writersGoneAt: new Date().toISOString() },
    }));
    return done;
  },
};
