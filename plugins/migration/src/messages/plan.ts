/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export const planMessages = {
  back: 'All plans',
  loadFailed: 'The plan could not be loaded',
  outdated:
    'What you see is not up to date: {{error}}. It is tried again every few seconds.',
  conditions: {
    title: 'Conditions',
    none: 'Nothing stands in the way of this plan.',
  },
  checks: {
    title: 'Preflight checks',
    checkedAt: 'As of {{time}}',
    none: 'No checks were made yet. Choose "Check again" in the menu of the plan.',
    columns: {
      check: 'Check',
      outcome: 'Outcome',
      conditions: 'Conditions',
      duration: 'Duration',
    },
    outcomes: {
      notMade: 'Not made yet',
      passed: 'Passed',
      found: 'Found something',
      failed: 'Could not be made',
    },
  },
  hooks: {
    title: 'Hooks',
    none: 'This plan runs no hooks.',
    columns: {
      hook: 'Hook',
      phase: 'When',
      cluster: 'Cluster',
      namespace: 'Namespace',
      serviceAccount: 'Service account',
    },
    defaultCluster: 'by its moment',
  },
} as const;
