/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { TestBed } from './testBed';

/** A Deployment and its Service, without volumes. */
export async function deployHooked(bed: TestBed): Promise<void> {
  const { namespace } = bed;
  const labels = { app: 'web' };
  await bed.call(
    bed.source,
    `/apis/apps/v1/namespaces/${namespace}/deployments`,
    'POST',
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'writer' },
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            terminationGracePeriodSeconds: 1,
            containers: [
              {
                name: 'main',
                image: bed.environment.images.demo,
                command: ['/usr/bin/tini', '--', 'sleep', '1000000'],
              },
            ],
          },
        },
      },
    },
  );
  await bed.call(
    bed.source,
    `/api/v1/namespaces/${namespace}/services`,
    'POST',
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web' },
      spec: { selector: labels, ports: [{ port: 80, targetPort: 80 }] },
    },
  );
  await bed.until('the application runs', async () =>
    (
      await bed.pods(bed.source, namespace)
    ).some(pod => pod.status.phase === 'Running'),
  );
}

/** A Job that goes on for ever here, and not at the destination. */
export async function jobThatFailsElsewhere(bed: TestBed): Promise<void> {
  const { namespace } = bed;
  await bed.call(
    bed.source,
    `/apis/batch/v1/namespaces/${namespace}/jobs`,
    'POST',
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'lasting' },
      spec: {
        backoffLimit: 0,
        template: {
          spec: {
            restartPolicy: 'Never',
            terminationGracePeriodSeconds: 1,
            containers: [
              {
                name: 'main',
                image: bed.environment.images.demo,
                command: [
                  '/usr/bin/tini',
                  '--',
                  'bash',
                  '-c',
                  `[ "$WHERE" = ${namespace} ] && exec sleep 1000000; sleep 8; exit 1`,
                ],
                env: [
                  {
                    name: 'WHERE',
                    valueFrom: {
                      fieldRef: { fieldPath: 'metadata.namespace' },
                    },
                  },
                ],
              },
            ],
          },
        },
      },
    },
  );
}
