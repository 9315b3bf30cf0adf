/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ComponentType } from 'react';
import { shellMessages } from '../messages/shell';

export interface MigrationsTab {
  /** Below the pages' root, and the name of its texts in `shell.tabs`. */
  path: Exclude<keyof typeof shellMessages.tabs, 'label'>;
  load(): Promise<ComponentType>;
}

/** The tabs of the pages, in their order; each has the routes below its path to itself. */
export const migrationsTabs: MigrationsTab[] = [
  {
    path: 'plans',
    load: () => import('./PlansPage').then(m => m.PlansRoutes),
  },
  {
    path: 'waves',
    load: () => import('./WavesPage').then(m => m.WavesRoutes),
  },
  {
    path: 'clusters',
    load: () => import('./ClustersPage').then(m => m.ClustersPage),
  },
  {
    path: 'repositories',
    load: () => import('./RepositoriesPage').then(m => m.RepositoriesPage),
  },
  {
    path: 'hooks',
    load: () => import('./HooksPage').then(m => m.HooksPage),
  },
];
