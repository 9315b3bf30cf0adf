/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { removeHelpers } from '../../volumes/removeHelpers';
import { done, Phase, waiting } from '../Phase';

/** Invariant 9. Also frees the destination claims for the application. */
export const removeHelpersPhase: Phase = {
  name: 'RemoveHelpers',
  step: 'Cleanup',
  deadlineSeconds: () => 300,
  async run({ source, destination, namespaces, migration, store }) {
    const onSource = await removeHelpers(
      source,
      migration.id,
      namespaces.map(mapping => mapping.source),
    );
    const onDestination = await removeHelpers(
      destination,
      migration.id,
      namespaces.map(mapping => mapping.destination),
    );
    const left = onSource.length + onDestination.length;
    if (left > 0) {
      return waiting(`${left} helper objects to be gone`);
    }
    await store.updateRecord(record => ({ ...record, leftovers: 0 }));
    return done;
  },
};
