/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { done, Phase, waiting } from '../Phase';
import { writersOf } from './writersOf';

/** Invariant 1: goes on only when no pod but ours is there that could write, and notes when that was seen. */
const NAMED = 5;

export const waitForWriters: Phase = {
  name: 'WaitForWriters',
  step: 'Quiesce',
  deadlineSeconds: options => options.quiesceDeadlineSeconds,
  async run(context) {
    const { source, store, options } = context;
    const left = (await writersOf(context)).map(
      ({ metadata }) => `${metadata.namespace}/${metadata.name}`,
    );
    if (left.length > 0) {
      const more =
        left.length > NAMED ? ` and ${left.length - NAMED} more` : '';
      return waiting(
        `pod ${left.slice(0, NAMED).join(', ')}${more} on ${
          source.name
        } to end${
          options.quiesce ? '' : '; the plan leaves it to you to stop it'
        }`,
      );
    }
    await store.updateRecord(record => ({
      ...record,
      cutover: { ...record.cutover, writersGoneAt: new Date().toISOString() },
    }));
    return done;
  },
};
