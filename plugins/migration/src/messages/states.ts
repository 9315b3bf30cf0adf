/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** What the API's enumerations are called. */
export const statesMessages = {
  migrations: {
    Queued: 'Queued',
    Running: 'Running',
    Canceling: 'Canceling',
    Completed: 'Completed',
    Failed: 'Failed',
    Canceled: 'Canceled',
  },
  types: {
    stage: 'Stage',
    cutover: 'Cutover',
    rollback: 'Rollback',
    networkProbe: 'Network probe',
  },
  itineraries: {
    stage: 'stage',
    cutover: 'cutover',
    rollback: 'rollback',
    networkProbe: 'networkProbe',
    cancel: 'cancel',
    failed: 'failed',
  },
  steps: {
    Prepare: 'Prepare',
    Copy: 'Copy',
    Quiesce: 'Quiesce',
    Final: 'Final',
    Verify: 'Verify',
    Restore: 'Restore',
    Start: 'Start',
    Rollback: 'Rollback',
    Cleanup: 'Cleanup',
  },
  /** Of a step or phase, for who does not see its icon. */
  icons: {
    pending: 'pending',
    running: 'running',
    completed: 'completed',
    failed: 'failed',
    skipped: 'skipped',
  },
  volumes: {
    pending: 'pending',
    preparing: 'preparing',
    copying: 'copying',
    copied: 'copied',
    verifying: 'verifying',
    verified: 'verified',
    failed: 'failed',
    interrupted: 'interrupted',
  },
  categories: {
    Critical: 'Critical',
    Error: 'Error',
    Required: 'Required',
    Warn: 'Warn',
    Advisory: 'Advisory',
  },
  objectActions: {
    create: 'Create',
    adopt: 'Adopt',
    replace: 'Replace',
    skip: 'Skip',
  },
  objects: {
    planned: 'Planned',
    applied: 'Applied',
    verified: 'Verified',
    different: 'Different',
    removed: 'Removed',
    restored: 'Restored',
    kept: 'Kept',
  },
  hookRuns: {
    running: 'Running',
    succeeded: 'Succeeded',
    failed: 'Failed',
    canceled: 'Canceled',
  },
} as const;
