/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** What is said before an action of a plan is started; a block for each type of plan, then what all have. */
export const confirmationsMessages = {
  full: {
    stage: {
      title: 'Stage to {{destination}}?',
      copied_one:
        'The data of one volume is copied to namespace {{target}} on {{destination}}.',
      copied_other:
        'The data of {{count}} volumes is copied to namespace {{target}} on {{destination}}.',
      keepsRunning:
        'The application keeps running on {{source}}; nothing of it is changed.',
    },
    cutover: {
      title: 'Cut over to {{destination}}?',
      stopped:
        'The application on {{source}} is stopped, and nobody can use it until it runs on {{destination}}.',
      started:
        'Only if nothing differs, the application is started on {{destination}}; otherwise it is started again on {{source}}.',
      button: 'Stop the application and cut over',
    },
    rollback: {
      title: 'Roll back to {{source}}?',
      stopped: 'The application on {{destination}} is stopped.',
      deletedKept:
        'What this plan created in namespace {{target}} on {{destination}} is deleted, its volumes excepted.',
      deleted:
        'What this plan created in namespace {{target}} on {{destination}} is deleted, its volumes included.',
      started:
        'The application is started on {{source}} as it was recorded, with the data of the moment of the cutover.',
      left: 'The application on {{source}} is left as it runs, or brought back to what was recorded.',
      consent:
        'I know that everything written on {{destination}} since the cutover is lost.',
    },
  },
  storageConversion: {
    stage: {
      title: 'Stage the conversion on {{source}}?',
      copied_one:
        'The data of one volume is copied to new volumes in the same namespace.',
      copied_other:
        'The data of {{count}} volumes is copied to new volumes in the same namespace.',
      keepsRunning:
        'The application keeps running on its old volumes; nothing of it is changed.',
    },
    cutover: {
      title_one: 'Convert one volume on {{source}}?',
      title_other: 'Convert {{count}} volumes on {{source}}?',
      copied:
        'What changed since the last stage is copied while the application still runs.',
      stopped:
        'Every workload of the namespace is stopped, and nobody can use the application until it runs again.',
      started:
        'Only if nothing differs, the workloads are changed to use the new volumes and started; StatefulSets and running Jobs are made anew for that. Otherwise they are started again on the old ones.',
      kept: 'The old volumes stay as they are until you delete them.',
      button: 'Stop the application and convert',
    },
    rollback: {
      title: 'Roll back to the old volumes?',
      stopped: 'The application is stopped.',
      swappedKept:
        'The workloads use their old volumes again, and the new ones are kept.',
      swapped:
        'The workloads use their old volumes again, and the new ones are deleted.',
      started:
        'The application is started as it was recorded, with the data of the moment of the cutover.',
      left: 'The application is left as it runs, or brought back to what was recorded.',
      consent: 'I know that everything written since the cutover is lost.',
    },
  },
  state: {
    cutover: {
      title_one: 'Bring one volume to {{destination}}?',
      title_other: 'Bring {{count}} volumes to {{destination}}?',
      stopped:
        'The application on {{source}} is stopped, and stays stopped until you roll back or start it yourself.',
      nothingStarted:
        'Nothing is started on {{destination}}: the plan brings the volumes only.',
      button: 'Stop the application and copy',
    },
    rollback: {
      title: 'Take back the volumes on {{destination}}?',
      claimsKept:
        'The claims that this plan made on {{destination}} are kept; it waits while a pod uses one of them.',
      claimsDeleted:
        'The claims that this plan made on {{destination}} are deleted; it waits while a pod uses one of them.',
      started: 'The application on {{source}} is started as it was recorded.',
      consent:
        'I know that everything written to these volumes on {{destination}} is lost.',
    },
  },
  stageAgain: 'Stage again at any time: only what changed is copied.',
  stageButton: 'Stage',
  copiedWhileRunning:
    'What changed since the last stage is copied while the application still runs on {{source}}.',
  restCopied_one:
    'The rest of one volume is copied and both sides are compared.',
  restCopied_other:
    'The rest of {{count}} volumes is copied and both sides are compared.',
  rollbackButton: 'Roll back',
  networkProbe: {
    title: 'Probe the network to {{destination}}?',
    pod: 'A pod in namespace {{target}} on {{destination}} waits for pods on {{source}} that try to reach it; a namespace that does not exist is made for that.',
    removed:
      'Nothing of the application is touched, and everything made for the probe is removed again.',
    button: 'Probe the network',
  },
  cancel: {
    titleProbe: 'Cancel the network probe?',
    probeRemoved: 'Everything that was made for it is removed.',
    titles: {
      stage: 'Cancel the stage?',
      cutover: 'Cancel the cutover?',
      rollback: 'Cancel the rollback?',
      networkProbe: 'Cancel the networkProbe?',
      migration: 'Cancel the migration?',
    },
    stops: 'It stops at the next safe point and takes back what it changed.',
    runsOn: 'The application runs on {{cluster}} afterwards.',
    button: 'Cancel it',
  },
} as const;
