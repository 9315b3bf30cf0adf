/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { plannedPages } from '../../resources/planObjects';
import { done, failed, Phase } from '../Phase';

/** After quiesce, so that nothing changes behind it. Refuses here, while the source can still be started again, what could not be applied. */
export const exportObjects: Phase = {
  name: 'ExportObjects',
  step: 'Final',
  deadlineSeconds: () => 1800,
  async run({ plan, namespaces, source, destination, store }) {
    let expected = 0;
    for await (const { objects, conditions } of plannedPages({
      plan,
      namespaces,
      source,
      destination,
    })) {
      const blocking = conditions.filter(
        ({ category }) => category === 'Critical' || category === 'Error',
      );
      if (blocking.length > 0) {
        return failed(...blocking);
      }
      expected += objects.length;
    }
    await store.updateRecord(record => ({
      ...record,
      objects: { expected, present: 0, different: 0 },
    }));
    return done;
  },
};
