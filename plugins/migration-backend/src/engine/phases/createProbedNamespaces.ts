/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { applyRecorded } from '../../resources/applyRecorded';
import { namespaceFor } from '../../resources/namespaceFor';
import { done, failed, Phase } from '../Phase';

/** Only those that are not there: one that an earlier migration made stays that one's. */
export const createProbedNamespaces: Phase = {
  name: 'CreateProbedNamespaces',
  step: 'Prepare',
  deadlineSeconds: () => 120,
  async run({ namespaces, source, destination, store, plan }) {
    const key = { apiVersion: 'v1', kind: 'Namespace' };
    for (const mapping of namespaces) {
      if (await destination.get({ ...key, name: mapping.destination })) {
        continue;
      }
      const original = await source.get({ ...key, name: mapping.source });
      if (!original) {
        return failed({
          type: 'NamespaceNotFound',
          category: 'Critical',
          message: `Namespace ${mapping.source} does not exist on cluster ${source.name}. Correct its name or remove it from the plan.`,
        });
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
