/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export const plansMessages = {
  title: 'Plans',
  loadFailed: 'The plans could not be loaded',
  outdated:
    'What you see is not up to date: {{error}}. It is tried again every few seconds.',
  filters: {
    label: 'Filters',
    search: 'Search',
    searchHint: 'Name, entity or namespace',
    state: 'State',
    type: 'Type',
    cluster: 'Cluster',
    clustersFailed:
      'The clusters to choose from could not be loaded: {{error}}',
    entity: 'Entity',
    entityHint: 'component:default/shop',
    createdBy: 'Owner',
    createdByHint: 'user:default/ann',
    any: 'Any',
    clear: 'Clear filters',
  },
  types: {
    full: 'Full',
    state: 'State',
    storageConversion: 'Storage conversion',
  },
  states: {
    NotReady: 'Not ready',
    Ready: 'Ready',
    Staging: 'Staging',
    Staged: 'Staged',
    CuttingOver: 'Cutting over',
    Migrated: 'Migrated',
    RollingBack: 'Rolling back',
    RolledBack: 'Rolled back',
    Canceling: 'Canceling',
    Failed: 'Failed',
  },
  columns: {
    name: 'Plan',
    state: 'State',
    type: 'Type',
    source: 'Source',
    destination: 'Destination',
    namespaces: 'Namespaces',
    entity: 'Entity',
    createdBy: 'Owner',
    updatedAt: 'Changed',
  },
  rowsPerPage: 'Plans per page',
  more: 'and {{amount}} more',
  none: {
    title: 'There are no plans yet',
    description:
      'A plan says which namespaces go from which cluster to which. Make one here, or on the Migration tab of the component that runs in them; the component needs the annotation namespace-migration.io/namespaces.',
    noMatch: 'No plan matches these filters',
    noMatchDescription: 'Remove a filter or search for something else.',
  },
} as const;
