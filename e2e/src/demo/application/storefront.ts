/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  type DemoApplicationContext,
  type DemoObject,
} from './DemoApplication';
import { claim, service } from './shapes';

/** Where the storefront keeps the ids of committed orders. */
export const journalClaim = 'journal';
export const journalFile = 'committed';

/** The client that keeps writing to the database. */
export function storefront(context: DemoApplicationContext): DemoObject[] {
  const labels = { app: 'storefront' };
  return [
    claim(journalClaim, '256Mi'),
    service('storefront', labels, 80, 8080),
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'storefront' },
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'storefront' },
      rules: [
        {
          apiGroups: [''],
          resources: ['configmaps'],
          resourceNames: ['settings'],
          verbs: ['get'],
        },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'storefront' },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Role',
        name: 'storefront',
      },
      subjects: [
        {
          kind: 'ServiceAccount',
          name: 'storefront',
          namespace: context.namespace,
        },
      ],
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'storefront' },
      spec: {
        replicas: 1,
        // two at once would share the journal
        strategy: { type: 'Recreate' },
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            serviceAccountName: 'storefront',
            terminationGracePeriodSeconds: 10,
            containers: [
              {
                name: 'storefront',
                image: context.image,
                command: [
                  '/usr/bin/tini',
                  '--',
                  'python3',
                  '/etc/webshop/storefront.py',
                ],
                env: [
                  {
                    name: 'POSTGRES_PASSWORD',
                    valueFrom: {
                      secretKeyRef: { name: 'database', key: 'password' },
                    },
                  },
                ],
                envFrom: [{ configMapRef: { name: 'settings' } }],
                ports: [{ containerPort: 8080 }],
                readinessProbe: {
                  httpGet: { path: '/', port: 8080 },
                  periodSeconds: 1,
                  timeoutSeconds: 3,
                },
                volumeMounts: [
                  { name: 'journal', mountPath: '/var/lib/storefront' },
                  { name: 'programs', mountPath: '/etc/webshop' },
                ],
              },
            ],
            volumes: [
              {
                name: 'journal',
                persistentVolumeClaim: { claimName: journalClaim },
              },
              { name: 'programs', configMap: { name: 'programs' } },
            ],
          },
        },
      },
    },
  ];
}
