/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { isGivenBack } from '../../database/migrationRecord';
import { workloadKinds } from '../../quiesce';
import { startable } from '../../quiesce/restoreNamespace';
import { applyAllRecorded, WRITES } from '../../resources/applyRecorded';
import { startCompletedJobs } from '../../resources/completedJobs';
import { concurrently } from '../../resources/concurrently';
import { rewriteContextOf } from '../../resources/planObjects';
import { sanitise } from '../../resources/sanitise';
import { selectionOf } from '../../resources/selection';
import { done, Phase } from '../Phase';

/** Gives the destination's workloads what the source's had before they were stopped. Runs only after the proof (invariant 2). */
export const startDestination: Phase = {
  name: 'StartDestination',
  step: 'Start',
  deadlineSeconds: (_options, { objects }) => 300 + objects / 50,
  async run({
    store,
    source,
    destination,
    namespaces,
    plan,
    migration,
    event,
  }) {
    if (!migration.record.cutover?.verifiedAt) {
      throw new Error(
        'The destination must not be started before the volumes are proven',
      );
    }
    const context = rewriteContextOf(plan, namespaces);
    const selection = selectionOf(plan.input);
    const takesPod = (pod: KubernetesObject) =>
      selection.takesKind({ group: '', resource: 'pods' }) &&
      selection.takesObject(pod);
    const quiesced = (await store.quiesced()).filter(
      object => context.namespaces[object.namespace] !== undefined,
    );
    const brought = new Map(
      (await store.objectSummaries(workloadKinds.map(({ kind }) => kind)))
        .filter(row => !isGivenBack(row))
        .map(row => [`${row.kind} ${row.namespace}/${row.name}`, row]),
    );
    // what was stopped last starts first
    for (const workload of [...workloadKinds].reverse()) {
      const stopped = quiesced.filter(({ kind }) => kind === workload.kind);
      await concurrently(WRITES, stopped, async object => {
        const namespace = context.namespaces[object.namespace];
        const row = brought.get(`${object.kind} ${namespace}/${object.name}`);
        if (row) {
          await store.assertHeld();
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
      });
    }
    await applyAllRecorded(
      destination,
      store,
      plan.id,
      quiesced
        .filter(({ kind, before }) => kind === 'Pod' && takesPod(before))
        .map(({ before }) => ({
          object: sanitise(startable(before), context),
          action: 'create',
        })),
    );
    await startCompletedJobs(plan, namespaces, source, destination);
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
