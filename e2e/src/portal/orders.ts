/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** A namespace with a Deployment that writes all the time, a volume that takes some seconds to copy, and what belongs to it. */
export function orders(
  namespace: string,
  image: string,
): Array<{ path: string; object: any }> {
  const core = `/api/v1/namespaces/${namespace}`;
  return [
    {
      path: `${core}/configmaps`,
      object: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'settings' },
        data: { currency: 'EUR' },
      },
    },
    {
      path: `${core}/services`,
      object: {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'orders' },
        spec: { selector: { app: 'orders' }, ports: [{ port: 80 }] },
      },
    },
    {
      path: `${core}/persistentvolumeclaims`,
      object: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'orders' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'standard',
          resources: { requests: { storage: '200Mi' } },
        },
      },
    },
    {
      path: `/apis/apps/v1/namespaces/${namespace}/deployments`,
      object: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'orders' },
        spec: {
          replicas: 1,
          strategy: { type: 'Recreate' },
          selector: { matchLabels: { app: 'orders' } },
          template: {
            metadata: { labels: { app: 'orders' } },
            spec: {
              terminationGracePeriodSeconds: 3,
              containers: [
                {
                  name: 'main',
                  image,
                  command: [
                    '/usr/bin/tini',
                    '--',
                    'bash',
                    '-ec',
                    'cd /data; for n in 1 2 3 4 5 6; do [ -f photo-$n ] || head -c 8000000 /dev/urandom > photo-$n; done; while :; do date +%s.%N >> orders; sleep 0.2; done',
                  ],
                  volumeMounts: [{ name: 'data', mountPath: '/data' }],
                },
              ],
              volumes: [
                {
                  name: 'data',
                  persistentVolumeClaim: { claimName: 'orders' },
                },
              ],
            },
          },
        },
      },
    },
  ];
}
