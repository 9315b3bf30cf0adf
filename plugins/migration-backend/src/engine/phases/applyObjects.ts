/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { applyRecorded } from '../../resources/applyRecorded';
import { planObjects } from '../../resources/planObjects';
import { untilServed } from '../../resources/untilServed';
import { done, failed, Phase } from '../Phase';

/** In waves; workloads arrive as they were exported, stopped. */
export const applyObjects: Phase = {
  name: 'ApplyObjects',
  step: 'Restore',
  deadlineSeconds: () => 1800,
  async run({ plan, namespaces, source, destination, options, store, event }) {
    const { objects, conditions } = await planObjects({
      plan,
      namespaces,
      source,
      destination,
      excludedKinds: options.excludedKinds,
    });
    const blocking = conditions.filter(
      ({ category }) => category === 'Critical' || category === 'Error',
    );
    if (blocking.length > 0) {
      return failed(...blocking);
    }
    for (const { object, action, previous } of objects) {
      if (action === 'skip') {
        continue;
      }
      if (action === 'replace' && previous) {
        await destination.delete(
          {
            ...object,
            namespace: object.metadata.namespace,
            name: object.metadata.name,
          },
          { uid: previous.metadata.uid, propagation: 'Foreground' },
        );
      }
      const present = await applyRecorded(
        destination,
        store,
        plan.id,
        object,
        action,
        previous,
      );
      if (object.kind === 'CustomResourceDefinition') {
        await untilServed(destination, present);
      }
    }
    await event({
      level: 'info',
      reason: 'ObjectsApplied',
      message: `${objects.length} objects were applied to ${destination.name}`,
    });
    return done;
  },
};
