/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** The tab of an entity, a plan in it and its menu. */
export const entityMessages = {
  loadFailed: 'The migration plans could not be loaded',
  choosePlan: 'Plan',
  planChoice: '{{name}} ({{source}} to {{destination}})',
  newest: 'The newest {{shown}} of {{all}} plans can be chosen here.',
  planLoadFailed: 'The plan could not be loaded',
  outdated:
    'What you see is not up to date: {{error}}. It is tried again every few seconds.',
  conditions: 'Conditions',
  objectOnCluster: '{{object}} on {{cluster}}',
  actions: {
    stage: 'Stage',
    cutover: 'Cutover',
    rollback: 'Rollback',
    networkProbe: 'Probe network',
    cancel: 'Cancel',
    notNow: 'Not now: {{reason}}',
  },
} as const;
