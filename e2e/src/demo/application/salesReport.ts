/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  type DemoApplicationContext,
  type DemoObject,
} from './DemoApplication';

/** A CronJob that is due every few minutes, so that a migration meets it. */
export function salesReport(context: DemoApplicationContext): DemoObject {
  return {
    apiVersion: context.apiVersions.CronJob,
    kind: 'CronJob',
    metadata: { name: 'sales-report' },
    spec: {
      schedule: '*/5 * * * *',
      concurrencyPolicy: 'Forbid',
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 1,
      jobTemplate: {
        spec: {
          backoffLimit: 2,
          template: {
            spec: {
              restartPolicy: 'Never',
              terminationGracePeriodSeconds: 5,
              containers: [
                {
                  name: 'report',
                  image: context.image,
                  command: [
                    '/usr/bin/tini',
                    '--',
                    'bash',
                    '-c',
                    'psql -h "$DATABASE_SERVICE_HOST" -U postgres -d webshop -c "SELECT count(*), sum(amount) FROM orders"',
                  ],
                  env: [
                    {
                      name: 'PGPASSWORD',
                      valueFrom: {
                        secretKeyRef: { name: 'database', key: 'password' },
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
      },
    },
  };
}
