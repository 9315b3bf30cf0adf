/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** A migration as a card, and the table of all of a plan. */
export const runMessages = {
  started: 'Started {{time}}',
  queued: 'Queued {{time}}',
  startedBy: 'Started {{time}} by\u00a0{{person}}',
  queuedBy: 'Queued {{time}} by\u00a0{{person}}',
  runningFor: '{{begin}}, running for {{seconds}}',
  took: '{{begin}}, took {{seconds}}',
  showDetails: 'Show phases and volumes',
  hideDetails: 'Hide phases and volumes',
  history: {
    title: 'History',
    loadFailed: 'The history could not be loaded',
    columns: {
      migration: 'Migration',
      state: 'State',
      started: 'Started',
      duration: 'Duration',
      by: 'By',
      differences: 'Differences',
    },
    details: 'Details',
    rowsPerPage: 'Migrations per page',
  },
} as const;
