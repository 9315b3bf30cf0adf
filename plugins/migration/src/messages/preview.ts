/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export const previewMessages = {
  title: 'Preview',
  about:
    'Asks the destination about each object with a dry run. Nothing is changed on any cluster.',
  start: 'Make preview',
  again: 'Make it again',
  none: 'There is no preview of this plan yet. Make one to see object by object what would be created, changed or refused.',
  loadFailed: 'The preview could not be loaded',
  objectsFailed: 'The objects of the preview could not be loaded',
  running: 'The preview runs: {{amount}} objects were looked at so far.',
  outdated:
    'The plan was changed since this preview was made. Make it again to see what the plan does now.',
  failed: 'The preview ended early. What was found until then is shown.',
  madeAt: 'Made {{time}}',
  counts: {
    objects: 'Objects',
    create: 'Created',
    change: 'Changed',
    unchanged: 'Unchanged',
    skip: 'Skipped',
    refused: 'Refused',
    notTried: 'Not tried',
    warnings: 'With warnings',
  },
  outcome: 'Outcome',
  allOutcomes: 'All',
  outcomes: {
    create: 'Is created',
    change: 'Is changed',
    unchanged: 'Stays as it is',
    skip: 'Is skipped',
    refused: 'Is refused',
    notTried: 'Was not tried',
  },
  columns: {
    object: 'Object',
    namespace: 'Namespace',
    wave: 'Wave',
    outcome: 'Outcome',
    details: 'Details',
  },
  table: 'Objects of the preview',
  standIn: 'It was asked for under another name.',
  show_one: 'Show 1 change',
  show_other: 'Show {{count}} changes',
  hide: 'Hide changes',
  diffOf: 'Changes to {{object}}',
  wholeObject: '(the whole object)',
  noMatch: 'No object has this outcome.',
  rowsPerPage: 'Objects per page',
  before: 'now',
  after: 'after',
} as const;
