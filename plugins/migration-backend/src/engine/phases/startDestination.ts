/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { isGivenBack } from '../../database/migrationRecord';
import { workloadKinds } from '../../quiesce';
import { startable } from '../../quiesce/restoreNamespace';
import { applyRecorded } from '../../resources/applyRecorded';
import { rewriteContextOf } from '../../resources/planObjects';
import { sanitise } from '../../resources/sanitise';
import { done, Phase } from '../Phase';

/** Gives the destination's workloads what the source's had before they were stopped. Runs only after the proof (invariant 2). */
export const startDestination: Phase = {
  name: 'StartDestination',
  step: 'Start',
  deadlineSeconds: () => 300,
  async run({ store, destination, namespaces, plan, migration, event }) {
    if (!migration.record.cutover?.verifiedAt) {
      throw new Error(
        'The destination must not be started before the volumes are proven',
      );
    }
    const context = rewriteContextOf(plan, namespaces);
    for (const object of await store.quiesced()) {
      const namespace = context.namespaces[object.namespace];
      if (namespace === undefined) {
        continue;
      }
      if (object.kind === 'Pod') {
        await applyRecorded(
          destination,
          store,
          plan.id,
          sanitise(startable(object.before), context),
          'create',
        );
        continue;
      }
      const rows = await store.objects();
      const row = rows.find(
        other =>
          other.kind === object.kind &&
          other.name === object.name &&
          other.namespace === namespace &&
          !isGivenBack(other),
      );
      const workload = workloadKinds.find(({ kind }) => kind === object.kind);
      if (row && workload) {
        await destination.patch(
          {
            apiVersion: row.apiVersion,
            kind: row.kind,
            namespace,
            name: row.name,
          },
          workload.restorePatch(object.before),
          { type: 'merge' },
        );
      }
    }
    await store.updateRecord(record => ({
      ...record,
      cutover: {
        ...record.cutover,
        destinationStartedAt:
          record.cutover?.destinationStartedAt ?? new Date().toISOString(),
      },
    }));
    await event({
      level: 'info',
      reason: 'DestinationStarted',
      message: `The application was started on ${destination.name}`,
    });
    return done;
  },
};
