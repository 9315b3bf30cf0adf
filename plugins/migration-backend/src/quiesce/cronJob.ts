/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { WorkloadKind } from './WorkloadKind';

/** A CronJob that its owner suspended stays suspended after the restore. */
export const cronJob: WorkloadKind = {
  kind: 'CronJob',
  apiVersions: ['batch/v1', 'batch/v1beta1'],
  applies: () => true,
  quiescePatch: () => ({ spec: { suspend: true } }),
  isQuiesced: object => object.spec.suspend === true,
  restorePatch: before => ({ spec: { suspend: before.spec.suspend ?? null } }),
  fields: ['/spec/suspend'],
};
