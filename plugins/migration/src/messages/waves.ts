/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export const wavesMessages = {
  title: 'Waves',
  loadFailed: 'The waves could not be loaded',
  waveFailed: 'The wave could not be loaded',
  outdated:
    'What you see is not up to date: {{error}}. It is tried again every few seconds.',
  back: 'All waves',
  none: {
    title: 'There are no waves yet',
    description:
      'A wave stages or cuts over many plans, no more than so many at once. Select plans on the Plans page to make one.',
    plans: 'Select plans',
  },
  rowsPerPage: 'Waves per page',
  columns: {
    wave: 'Wave',
    state: 'State',
    progress: 'Plans',
    by: 'Started by',
    createdAt: 'Started',
  },
  types: { stage: 'Stage', cutover: 'Cutover', rollback: 'Rollback' },
  /** A wave without a name. */
  unnamed: {
    stage: 'Stage of {{amount}} plans',
    cutover: 'Cutover of {{amount}} plans',
    rollback: 'Rollback of {{amount}} plans',
  },
  states: {
    Running: 'Running',
    Paused: 'Paused',
    Canceling: 'Canceling',
    Completed: 'Completed',
    Failed: 'Ended with failures',
    Canceled: 'Canceled',
  },
  planStates: {
    Waiting: 'Waiting',
    Running: 'Running',
    Succeeded: 'Succeeded',
    Failed: 'Failed',
    Canceled: 'Canceled',
    Refused: 'Not possible',
    Skipped: 'Skipped',
    NotStarted: 'Not started',
    Removed: 'Deleted',
  },
  picture: {
    label: 'Progress of the wave: {{text}}',
    part: '{{amount}} {{state}}',
    done: '{{done}} of {{all}} plans succeeded',
  },
  next: {
    Running: 'At most {{concurrency}} at once; the next one starts by itself.',
    Paused:
      'Paused by {{by}}. What runs goes on; nothing else is started until you resume.',
    Stopped:
      'It stopped because a plan did not succeed. Look at why, then try it again or go on without it.',
    Canceling: 'Nothing else is started. What runs goes on to its end.',
    Completed: 'Every plan succeeded.',
    Failed: 'Nothing is left to start. Not every plan succeeded.',
    Canceled: 'It was canceled; plans that were not started stay as they are.',
  },
  actions: {
    pause: 'Pause',
    resume: 'Resume',
    retry: 'Retry failed',
    cancel: 'Cancel wave',
  },
  confirm: {
    resume: {
      title: 'Go on without what did not succeed?',
      happens:
        'The plans that did not succeed stay as they are, and plans that come after them are skipped.',
      button: 'Go on',
    },
    retry: {
      title: 'Try again what did not succeed?',
      happens:
        'Each plan that failed, was canceled, was not possible or was skipped is started again at its turn, as it is now.',
      stops: 'Their applications are stopped again for the cutover.',
      button: 'Try again',
    },
    cancel: {
      title: 'Cancel the wave?',
      happens: 'Nothing else is started, for good.',
      runs: 'What runs goes on to its end: {{names}}. Cancel each on its own page.',
      button: 'Cancel the wave',
    },
  },
  plans: {
    title: 'Plans of the wave',
    rowsPerPage: 'Plans per page',
    state: 'State',
    any: 'Any',
    none: 'No plan of the wave is in this state.',
    columns: {
      position: 'No.',
      plan: 'Plan',
      state: 'State',
      clusters: 'Clusters',
      what: 'What happens',
      duration: 'Duration',
      migration: 'Migration',
    },
    clusters: '{{source}} to {{destination}}',
    gone: 'deleted',
    after: 'After {{names}}',
    turn: 'Waits for its turn',
    copied: '{{done}} of {{total}}',
    progressOf: 'Progress of {{name}}',
    open: 'Open',
    openOf: 'Open the migration of {{name}}',
  },
  selection: {
    label: 'Selected plans',
    none: 'Select plans to stage or cut over many at once.',
    some: '{{amount}} selected',
    stage: 'Stage',
    cutover: 'Cut over',
    clear: 'Clear selection',
    page: 'Select all plans of this page',
    plan: 'Select {{name}}',
  },
  dialog: {
    title: {
      stage: 'Stage {{amount}} plans',
      cutover: 'Cut over {{amount}} plans',
    },
    name: 'Name',
    nameHelp: 'How people will find the wave; may be left empty',
    concurrency: 'At once',
    concurrencyHelp: 'How many plans may run at the same time, 1 to 100',
    onFailure: 'When a plan does not succeed',
    onFailures: {
      stop: 'Stop, and let me decide',
      continue: 'Go on with the others',
    },
    order: 'Order',
    orderHelp: 'Plans start from top to bottom.',
    up: 'Move {{name}} up',
    down: 'Move {{name}} down',
    remove: 'Leave out {{name}}',
    after: 'Only after',
    afterOf: '{{name}} starts only after',
    nothing: 'no other plan',
    notNow: 'Not possible now: {{reason}}. It is asked again at its turn.',
    stops: 'These applications stop, each until its cutover has ended',
    stop: '{{namespaces}} on {{cluster}}',
    consent: 'I know that nobody can use them meanwhile.',
    back: 'Back',
    starting: 'Starting…',
    start: {
      stage: 'Stage',
      cutover: 'Stop the applications and cut over',
    },
  },
} as const;
