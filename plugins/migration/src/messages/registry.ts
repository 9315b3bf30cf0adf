/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** Texts that the pages of clusters, hooks and repositories share. */
export const registryMessages = {
  name: 'Name',
  nameHelp: 'Lower-case letters, digits and dashes',
  title: 'Title',
  titleHelp: 'How people call it; the name by default',
  health: 'Health',
  actions: 'Actions',
  filter: 'Filter by name',
  noMatch: 'Nothing has “{{filter}}” in its name.',
  showAll: 'Show all',
  stale: 'This is what was known; asking again failed: {{message}}',
  edit: 'Edit',
  editOf: 'Edit {{name}}',
  test: 'Test',
  testing: 'Testing…',
  testOf: 'Test {{name}}',
  remove: 'Remove',
  removeOf: 'Remove {{name}}',
  removeTitle: 'Remove {{name}}?',
  checkedAt: 'Last test',
  never: 'never',
  close: 'Close',
  save: 'Test and save',
  saveOnly: 'Save',
  saving: 'Testing…',
  kept: 'Leave empty to keep the stored one',
  connected: 'Connected',
  attention: 'Needs attention',
  notConnected: 'Not connected',
} as const;
