/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** The table of the claims of a plan and what happens to each. */
export const plannedVolumesMessages = {
  title: 'Volumes',
  none: 'No claims were found in these namespaces: only objects are moved.',
  columns: {
    claim: 'Claim',
    namespace: 'Namespace',
    size: 'Size',
    storageClass: 'Storage class',
    action: 'Action',
    mountedBy: 'Mounted by',
  },
  becomes: '{{before}} → {{after}}',
  noClass: 'none',
  actions: {
    copy: 'Copy ({{method}})',
    move: 'Move',
    skip: 'Skip',
  },
  mountedByNothing: 'nothing',
} as const;
