/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  differencesFromBefore,
  restoreObjects,
} from '../../quiesce/restoreNamespace';
import { done, Phase } from '../Phase';

/** Makes the source what it was before it was quiesced, to the field, and says in what it is not. */
export const restoreSource: Phase = {
  name: 'RestoreSource',
  step: 'Rollback',
  deadlineSeconds: () => 300,
  async run({ store, source, event }) {
    const quiesced = await store.quiesced();
    if (quiesced.length === 0) {
      return done;
    }
    const problems = await restoreObjects(source, quiesced);
    const details = [
      ...problems,
      ...(await differencesFromBefore(source, quiesced)),
    ];
    await store.updateRecord(record => ({
      ...record,
      rollback: { sourceDifferences: details.length, details },
    }));
    await event({
      level: details.length > 0 ? 'warning' : 'info',
      reason: 'SourceRestored',
      message:
        details.length > 0
          ? `The source runs again, but differs from before: ${details
              .slice(0, 5)
              .join('; ')}`
          : `${quiesced.length} workloads on ${source.name} are what they were`,
    });
    return done;
  },
};
