/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** What a comparison of both sides, or of a side with its record, found. */
export const proofMessages = {
  title: 'Proof',
  holds:
    'Nothing was lost: both sides were compared and {{destination}} has everything',
  fails: 'Both sides were compared and are not the same',
  files: 'Files compared',
  data: 'Data compared',
  readBefore: 'Unchanged since read before',
  differences: 'Differences',
  objectsPresent: 'Objects present',
  ofExpected: '{{present}} of {{expected}}',
  objectsDifferent: 'Objects different',
  downtime: 'Application stopped for',
  lastPass: 'Last pass began',
  afterWriters: 'after the last writer',
  beforeWriters: 'before the last writer ended',
  sourceDifferences: 'Differences of {{source}} from its record',
  leftovers: 'Helpers left on the clusters',
} as const;
