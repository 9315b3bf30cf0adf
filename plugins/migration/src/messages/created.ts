/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export const createdMessages = {
  title: 'Created on the clusters',
  intro:
    'Commands take the name under which a cluster is registered for the context of kubectl.',
  none: 'It has made nothing on this cluster.',
  loadFailed: 'What was created could not be loaded',
  helpersFailed: 'Helpers could not be looked for: {{error}}',
  truncated: 'There are more than are shown here.',
  source: 'Source {{cluster}}',
  destination: 'Destination {{cluster}}',
  both: 'Cluster {{cluster}}',
  clusterScoped: 'The cluster as a whole',
  namespace: 'Namespace {{namespace}}',
  helperKind: '{{kind}}, helpers',
  count: '{{name}} ({{number}})',
  more: 'Show {{number}} more',
  copy: 'Copy the command for {{name}}',
  copied: 'Copied',
  allHelpers: 'Everything with the label of this migration',
  helper: '{{component}} of {{volume}}',
} as const;
