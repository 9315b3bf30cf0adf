/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  type DemoApplicationContext,
  type DemoObject,
} from './DemoApplication';
import { claim, service } from './shapes';

/** PostgreSQL with its generated rows. */
export function database(context: DemoApplicationContext): DemoObject[] {
  const labels = { app: 'database' };
  const { metadata, spec } = claim('data', '2Gi');
  return [
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'database' },
      type: 'Opaque',
      data: {
        password: Buffer.from('correct horse battery staple').toString(
          'base64',
        ),
      },
    },
    // not headless: the storefront finds the address in its environment, and needs no cluster DNS
    service('database', labels, 5432, 5432),
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'database' },
      spec: {
        serviceName: 'database',
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            terminationGracePeriodSeconds: 30,
            containers: [
              {
                name: 'database',
                image: context.image,
                command: [
                  '/usr/bin/tini',
                  '--',
                  'bash',
                  '/etc/webshop/database.sh',
                ],
                env: [
                  {
                    name: 'POSTGRES_PASSWORD',
                    valueFrom: {
                      secretKeyRef: { name: 'database', key: 'password' },
                    },
                  },
                  { name: 'DATABASE_MIB', value: String(context.databaseMiB) },
                ],
                ports: [{ containerPort: 5432 }],
                readinessProbe: {
                  tcpSocket: { port: 5432 },
                  periodSeconds: 1,
                },
                volumeMounts: [
                  { name: 'data', mountPath: '/var/lib/postgresql/data' },
                  { name: 'programs', mountPath: '/etc/webshop' },
                ],
              },
            ],
            volumes: [{ name: 'programs', configMap: { name: 'programs' } }],
          },
        },
        volumeClaimTemplates: [{ metadata: { name: metadata.name }, spec }],
      },
    },
  ];
}
