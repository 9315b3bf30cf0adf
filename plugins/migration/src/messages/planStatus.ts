/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** What a developer has to know or do now, in one sentence, by the plan's state. */
export const planStatusMessages = {
  full: {
    NotReady: 'Settle the conditions below, then check again.',
    Ready:
      'Stage copies the data to {{destination}} while the application keeps running. It can be repeated.',
    Staging:
      'Data is being copied to {{destination}}. The application keeps running on {{source}}.',
    Staged:
      'The data was copied to {{destination}}. A cutover now copies only what changed since.',
    CuttingOver: {
      none: 'The application is stopped until it starts on {{destination}}.',
      destination:
        'The application was started on {{destination}} and is being checked.',
      source: 'Data is being copied; the application still runs on {{source}}.',
    },
    Migrated:
      'The application runs on {{destination}}. Roll back if it has to return to {{source}}.',
    RollingBack: 'The application returns to {{source}}.',
    RolledBack:
      'The application runs on {{source}} as before; what was created on {{destination}} is gone.',
    Canceling: 'What the migration changed is being taken back.',
    Failed: {
      source:
        'The {{what}} failed; the application runs on {{source}}. Do what the conditions say and start it again.',
      destination:
        'The {{what}} failed after the application was started on {{destination}}. Do what the conditions say, or roll back.',
      none: 'The {{what}} failed and the application runs nowhere. Do what the conditions say now.',
    },
  },
  storageConversion: {
    Ready:
      'Stage copies the data to the new volumes while the application keeps running. It can be repeated.',
    Staging:
      'Data is being copied to the new volumes. The application keeps running on the old ones.',
    Staged:
      'The data was copied to the new volumes. A cutover now copies only what changed since.',
    CuttingOver: {
      none: 'The application is stopped until it starts on its new volumes.',
      destination:
        'The application was started on its new volumes and is being checked.',
      source:
        'Data is being copied; the application still runs on its old volumes.',
    },
    Migrated:
      'The application runs on its new volumes. Roll back if it has to return to the old ones, or delete these when nobody needs them.',
    RollingBack: 'The application returns to its old volumes.',
    RolledBack: 'The application runs on its old volumes as before.',
    Failed: {
      source:
        'The {{what}} failed; the application runs on its old volumes. Do what the conditions say and start it again.',
      destination:
        'The {{what}} failed after the application was started on its new volumes. Do what the conditions say, or roll back.',
    },
  },
  state: {
    CuttingOver: {
      none: 'The application on {{source}} is stopped while the last changes are copied.',
      other: 'Data is being copied; the application still runs on {{source}}.',
    },
    Migrated:
      'The volumes are on {{destination}}, compared. The application on {{source}} stays stopped: roll back to start it again.',
    RollingBack:
      'The claims that were made on {{destination}} are being removed.',
    RolledBack:
      'The application on {{source}} is as before; the claims that were made on {{destination}} are gone.',
  },
  /** What failed, within the sentences above. */
  what: {
    stage: 'stage',
    cutover: 'cutover',
    rollback: 'rollback',
    networkProbe: 'networkProbe',
    migration: 'migration',
  },
} as const;
