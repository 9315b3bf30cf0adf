/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isGivenBack } from '../../database/migrationRecord';
import { applyRecorded } from '../../resources/applyRecorded';
import { namespaceFor } from '../../resources/namespaceFor';
import { done, Phase } from '../Phase';

export const createDestinationNamespaces: Phase = {
  name: 'CreateDestinationNamespaces',
  step: 'Prepare',
  deadlineSeconds: () => 120,
  async run({ namespaces, source, destination, store, plan }) {
    for (const mapping of namespaces) {
      const existing = await destination.get({
        apiVersion: 'v1',
        kind: 'Namespace',
        name: mapping.destination,
      });
      const recorded = (await store.objectSummaries(['Namespace'])).some(
        row => row.name === mapping.destination && !isGivenBack(row),
      );
      if (existing && !recorded) {
        // it was there before us and stays after us
        continue;
      }
      const original = await source.get({
        apiVersion: 'v1',
        kind: 'Namespace',
        name: mapping.source,
      });
      if (!original) {
        throw new Error(
          `Namespace ${mapping.source} has vanished from ${source.name}`,
        );
      }
      await applyRecorded(
        destination,
        store,
        plan.id,
        namespaceFor(
          original,
          mapping.destination,
          plan.input.objects?.uidRange,
        ),
        'create',
      );
    }
    return done;
  },
};
