/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
export const namespacesMessages = {
  title: 'Where it runs today',
  namespace: 'Namespace',
  running: '{{running}} of {{pods}} pods run',
  absent: 'No such namespace',
  claims: '{{amount}} claims',
  live: 'Live',
  liveOf: 'Plan {{plan}}: the application runs here',
  rowsPerPage: 'Namespaces per page',
  clustersFailed: 'The clusters could not be loaded: {{error}}',
} as const;
