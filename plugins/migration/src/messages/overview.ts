/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
export const overviewMessages = {
  title: 'Migration',
  loadError: 'The migration plans could not be loaded',
  noPlan:
    'No plan moves {{namespaces}}. Create one on the Migration tab; nothing is changed by that.',
  runsOn: 'Runs on {{cluster}}',
  stopped: 'The application is stopped',
  namespaces: 'Namespaces: {{names}}',
  progress: 'Progress of {{plan}}',
  waits: 'Waits for {{what}}',
  create: 'Create plan',
  others: 'Other plans: {{number}}',
  all: 'All plans of this entity',
} as const;
