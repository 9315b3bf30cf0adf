/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { hasController, WorkloadKind } from './WorkloadKind';

/** Completed, or failed for good. */
export const isJobOver = (object: any): boolean =>
  (object.status?.conditions ?? []).some(
    (c: any) => ['Complete', 'Failed'].includes(c.type) && c.status === 'True',
  );

/** MTC's way too: parallelism 0 ends the pods and keeps the Job. */
export const job: WorkloadKind = {
  kind: 'Job',
  apiVersions: ['batch/v1'],
  // a CronJob's Job is stopped as well: its controller only makes new ones
  applies: object =>
    !isJobOver(object) &&
    (!hasController(object) ||
      object.metadata.ownerReferences!.some(o => o.kind === 'CronJob')),
  quiescePatch: () => ({ spec: { parallelism: 0 } }),
  isQuiesced: object => object.spec.parallelism === 0,
  restorePatch: before => ({
    spec: { parallelism: before.spec.parallelism ?? null },
  }),
  fields: ['/spec/parallelism'],
};
