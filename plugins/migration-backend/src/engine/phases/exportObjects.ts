/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { planObjects } from '../../resources/planObjects';
import { done, failed, Phase } from '../Phase';

/** After quiesce, so that nothing changes behind it. Refuses here, while the source can still be started again, what could not be applied. */
export const exportObjects: Phase = {
  name: 'ExportObjects',
  step: 'Final',
  deadlineSeconds: () => 600,
  async run({ plan, namespaces, source, destination, options, store }) {
    const planned = await planObjects({
      plan,
      namespaces,
      source,
      destination,
      excludedKinds: options.excludedKinds,
    });
    const blocking = planned.conditions.filter(
      ({ category }) => category === 'Critical' || category === 'Error',
    );
    if (blocking.length > 0) {
      return failed(...blocking);
    }
    await store.updateRecord(record => ({
      ...record,
      objects: { expected: planned.objects.length, present: 0, different: 0 },
    }));
    return done;
  },
};
