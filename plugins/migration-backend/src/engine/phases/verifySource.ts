/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { done, Phase, waiting } from '../Phase';
import { unready } from '../../health/unready';

/** The source serves again; only then is its record forgotten. */
export const verifySource: Phase = {
  name: 'VerifySource',
  step: 'Rollback',
  deadlineSeconds: options => options.healthDeadlineSeconds,
  async run({ store, source }) {
    for (const object of await store.quiesced()) {
      const live = await source.get(object);
      const missing = live && unready(live);
      if (missing) {
        return waiting(
          `${object.kind} ${object.namespace}/${object.name} on ${source.name}: ${missing}`,
        );
      }
    }
    await store.clearQuiesced();
    return done;
  },
};
