/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export const podsMessages = {
  title: 'Movers and hooks at work',
  none: 'No mover or hook runs now. Their pods go when they have ended; what hooks wrote stands with the hooks.',
  loadFailed: 'The pods could not be loaded',
  clusterFailed: 'Cluster {{cluster}} did not tell its pods: {{message}}',
  rowsPerPage: 'Pods per page',
  columns: {
    what: 'What',
    volume: 'Volume',
    where: 'Pod',
    phase: 'Phase',
    restarts: 'Restarts',
    log: 'Log',
  },
  show: 'Show log',
  showOf: 'Show log of {{pod}}',
  log: {
    title: 'Log of {{pod}}',
    container: 'Container',
    follow: 'Follow',
    times: 'Times',
    empty: 'It has written nothing yet.',
    failed: 'The log could not be loaded',
    stopped: 'The log ends here: {{error}}',
    close: 'Close',
  },
  viewer: {
    search: 'Search the log',
    filter: 'Show only lines that match',
    previous: 'Previous match',
    next: 'Next match',
    copyLine: 'Copy the lines',
  },
} as const;
