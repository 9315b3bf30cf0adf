/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export const comparisonMessages = {
  title: 'Compared with earlier runs',
  none: 'This is the first {{type}} of the plan.',
  loadFailed: 'The earlier runs could not be loaded',
  what: 'What',
  thisRun: 'This run',
  figures: {
    duration: 'Duration',
    downtime: 'Application stopped',
    bytes: 'Data transferred in the last pass',
    files: 'Files in the last pass',
    rate: 'Rate of the last pass',
  },
} as const;
