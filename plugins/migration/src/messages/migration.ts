/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export const migrationMessages = {
  open: 'Volumes, objects, hooks and events of this migration',
  back: 'Plan {{name}}',
  backUnnamed: 'The plan',
  loadFailed: 'The migration could not be loaded',
  planFailed: 'Its plan could not be loaded',
  outdated:
    'What you see is not up to date: {{error}}. It is tried again every few seconds.',
  downtime: {
    label: 'Downtime',
    stopped: 'The application is stopped for',
    was: 'The application was stopped for',
    notYet: 'The application still runs; it is stopped when the copy is close.',
  },
  objects: {
    title: 'Objects',
    none: 'No objects were handled yet.',
    loadFailed: 'The objects could not be loaded',
    search: 'Search objects',
    searchHint: 'Kind, namespace or name',
    state: 'State',
    any: 'Any',
    noMatch: 'No object matches.',
    rowsPerPage: 'Objects per page',
    columns: {
      object: 'Object',
      namespace: 'Namespace',
      wave: 'Wave',
      action: 'Action',
      state: 'State',
      differences: 'Differences',
    },
  },
  hooks: {
    title: 'Hooks',
    none: 'This migration has run no hooks.',
    loadFailed: 'The hooks could not be loaded',
    columns: {
      hook: 'Hook',
      phase: 'When',
      state: 'State',
      attempt: 'Attempt',
      duration: 'Duration',
      where: 'Pod',
      log: 'Log',
    },
    show: 'Show log',
    showOf: 'Show log of {{hook}}',
    close: 'Close',
    logOf: 'Log of {{hook}}',
    noLog: 'It has written nothing.',
    logFailed: 'The log could not be loaded',
    rowsPerPage: 'Runs per page',
  },
  events: {
    title: 'Events',
    none: 'Nothing has happened yet.',
    loadFailed: 'The events could not be loaded',
    columns: {
      time: 'Time',
      level: 'Level',
      phase: 'Phase',
      message: 'What happened',
    },
    levels: { info: 'Info', warning: 'Warning', error: 'Error' },
    level: 'Level',
    any: 'Any',
    rowsPerPage: 'Events per page',
  },
} as const;
