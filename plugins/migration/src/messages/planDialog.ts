/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** Making, changing and deleting a plan on the tab of an entity. */
export const planDialogMessages = {
  createTitle: 'Create plan',
  changeTitle: 'Change plan {{name}}',
  intro:
    'A plan only reads: it finds the volumes and tells what would stop a migration. Nothing is moved before you stage or cut over.',
  close: 'Close',
  checking: 'Checking…',
  save: 'Save plan',
  create: 'Create plan',
  clusterVersion: '{{cluster}} (Kubernetes {{version}})',
  clusterNoVersion: '{{cluster}} (Kubernetes of unknown version)',
  clusterNotConnected: '{{cluster}} (not connected)',
  source: 'Source cluster',
  destination: 'Destination cluster',
  namespace: 'Namespace of {{name}} on the destination',
  namespaceHelp: 'It is created if it is not there',
  name: 'Name of the plan',
  nameHelp: 'Lower-case letters, digits and dashes, at least 3',
  menu: {
    label: 'More about the plan',
    check: 'Check again',
    change: 'Edit plan',
    remove: 'Delete plan',
  },
  remove: {
    title: 'Delete plan {{name}}?',
    history: 'The plan and the history of its migrations are deleted.',
    nothingChanged:
      'Nothing is changed on any cluster. What the plan created on the destination stays there and can no longer be rolled back from here.',
    consent:
      'I know that the application is not on {{source}} and that only a rollback of this plan brings it back.',
    button: 'Delete plan',
  },
  first: {
    clustersFailed: 'The clusters could not be loaded',
    register: 'Register cluster',
    noClusters: 'No clusters are registered',
    noClustersDescription:
      'To move {{namespaces}}, register the cluster where it runs and the one it shall move to. A kubeconfig with the rights in docs/security.md is all that is needed; nothing is installed on a cluster.',
    notMoved: '{{namespaces}} is not being moved',
    notMovedDescription:
      'Create a plan: it says from which cluster to which, finds the volumes, and tells what would stop a migration. Creating it changes nothing on any cluster.',
    create: 'Create plan',
  },
} as const;
