/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** Names of the pages, and what every page says. */
export const shellMessages = {
  title: 'Migrations',
  tabs: {
    label: 'Pages of the migrations',
    plans: 'Plans',
    waves: 'Waves',
    clusters: 'Clusters',
    repositories: 'Repositories',
    hooks: 'Hooks',
  },
} as const;
