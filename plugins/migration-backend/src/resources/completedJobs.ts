/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ClusterClient } from '@namespace-migration/plugin-migration-node';
import { isJobOver, job } from '../quiesce/job';
import { PlanSnapshot } from '../database/migrationRecord';
import { PresentObjects } from './presentObjects';
import { selectionOf } from './selection';

/** Jobs that were over on the source were not stopped there, and arrive stopped: those that come by choice are started. */
export async function startCompletedJobs(
  plan: PlanSnapshot,
  namespaces: Array<{ source: string; destination: string }>,
  source: ClusterClient,
  destination: ClusterClient,
): Promise<void> {
  const selection = selectionOf(plan.input);
  if (!selection.completedJobs) {
    return;
  }
  const type = { apiVersion: job.apiVersions[0], kind: job.kind };
  for (const mapping of namespaces) {
    for await (const page of source.listPages(type, {
      namespace: mapping.source,
    })) {
      for (const object of page) {
        const key = {
          ...type,
          namespace: mapping.destination,
          name: object.metadata.name,
        };
        const there = isJobOver(object) && (await destination.get(key));
        if (
          there &&
          new PresentObjects(destination, plan.id, type).isOurs(there) &&
          job.isQuiesced(there)
        ) {
          await destination.patch(key, job.restorePatch(object), {
            type: 'merge',
          });
        }
      }
    }
  }
}
