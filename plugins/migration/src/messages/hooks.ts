/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
export const hooksMessages = {
  label: 'Hooks',
  loadError: 'The hooks could not be loaded',
  emptyTitle: 'No hooks are registered',
  emptyDescription:
    'A hook runs at a moment of a migration: a container, an Ansible playbook or a script on one of the clusters, or an HTTP call by the portal. Register it here, then name it in plans.',
  register: 'Register hook',
  kind: 'Kind',
  what: 'What runs',
  deadline: 'Deadline',
  onFailure: 'On failure',
  plans: 'Plans',
  noPlans: 'none',
  kinds: {
    image: 'Container',
    playbook: 'Ansible playbook',
    script: 'Script',
    http: 'HTTP call',
  },
  failures: {
    fail: 'The migration fails',
    continue: 'A warning; the migration goes on',
  },
  removeHappens:
    'The hook is deleted. Migrations that run keep what they began with.',
  form: {
    registerTitle: 'Register hook',
    editTitle: 'Edit hook {{name}}',
    intro:
      'What a hook is given and what it may give back is told in docs/hooks.md. Plans say when and where it runs.',
    submit: 'Register',
    submitting: 'Saving…',
    image: 'Image',
    imageHelp: 'The cluster that it runs on must be able to pull it',
    command: 'Command',
    args: 'Arguments',
    lineHelp: 'One on each line',
    env: 'Environment',
    envHelp: 'NAME=value, one on each line. Shown to everybody: no secrets',
    playbook: 'Playbook',
    playbookHelp: 'As YAML',
    runner: 'Runner image',
    runnerHelp: 'quay.io/konveyor/hook-runner by default',
    script: 'Script',
    interpreter: 'Interpreter',
    interpreterHelp:
      'One word on each line; the path of the script is put after it. /bin/sh by default',
    url: 'URL',
    method: 'Method',
    headers: 'Headers',
    headersHelp:
      'Values are kept encrypted and are never shown again. For a URL on another host they are given again',
    headerName: 'Name of header {{number}}',
    headerValue: 'Value of header {{number}}',
    removeHeader: 'Remove header {{number}}',
    addHeader: 'Add header',
    body: 'Body',
    bodyHelp:
      'With ${NAME} for what a pod has in its environment; by default a JSON object that says what runs',
    expectedStatus: 'Expected status',
    expectedStatusHelp: 'Any 2xx by default',
    deadline: 'Deadline in seconds',
    deadlineHelp: 'For all attempts together; 1800 by default',
    retries: 'Retries',
    retriesHelp: 'Further attempts after one that failed; 5 by default',
  },
} as const;
