/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { DiagnosticsOptions } from './Diagnostics';

/** A secret for each place that may have one. For tests. */
export const exampleSecrets = {
  'service account token': 'TOKEN-of-east-cluster',
  'token in a kubeconfig': 'TOKEN-in-kubeconfig',
  'key in a kubeconfig': 'S0VZLWluLWt1YmVjb25maWc=',
  'repository key': 'REPOSITORY-secret-key',
  'header of a hook': 'HEADER-of-a-hook',
  'environment of a hook': 'ENVIRONMENT-of-a-hook',
  'script of a hook': 'SCRIPT-of-a-hook',
  'query of a hook': 'QUERY-of-a-hook',
  'output of a hook': 'OUTPUT-of-a-hook',
  'transform of a Secret': 'TRANSFORM-of-a-secret',
};
const s = exampleSecrets;
const everything = Object.entries(s)
  // nobody can know a script's secrets in what it writes
  .filter(([place]) => place !== 'script of a hook')
  .map(([, secret]) => `${secret} ${Buffer.from(secret).toString('base64')}`)
  .join(', ');
const kubeconfig = `apiVersion: v1
users:
  - name: admin
    user: { token: ${s['token in a kubeconfig']}, client-key-data: ${s['key in a kubeconfig']} }
`;
const clusterOf = (name: string, connection: any) => ({
  cluster: {
    name,
    // as if a store forgot to hide it
    connection: { server: `https://${name}:6443`, ...connection },
    options: {},
    status: { connected: true, storageClasses: [], conditions: [] },
  } as any,
  connection,
});

export function exampleStores(): DiagnosticsOptions {
  const run: any = {
    id: 'r1',
    hook: 'call',
    kind: 'http',
    phase: 'PreBackup',
    position: 0,
    attempt: 1,
    state: 'failed',
    startedAt: '2026-11-23T17:00:00.000Z',
    message: `it answered ${everything}`,
    outputs: { api_token: s['output of a hook'] },
  };
  return {
    versions: { plugin: '1.0.0' },
    migration: async id =>
      ({
        id,
        conditions: [
          { type: 'X', category: 'Error', message: `refused ${everything}` },
        ],
      } as any),
    migrations: {
      get: async id =>
        ({
          id,
          record: { conditions: [] },
          plan: {
            id: 'p1',
            volumes: [],
            input: {
              name: 'shop',
              source: 'east',
              destination: 'west',
              repository: 'bucket',
              namespaces: [{ source: 'shop', destination: 'shop' }],
              transforms: [
                {
                  name: 'password',
                  target: { kind: 'Secret' },
                  patch: [
                    {
                      op: 'add',
                      path: '/data/password',
                      value: Buffer.from(s['transform of a Secret']).toString(
                        'base64',
                      ),
                    },
                  ],
                },
              ],
            },
          },
        } as any),
      events: async () => [
        {
          id: 1,
          time: '2026-11-23T17:00:00.000Z',
          level: 'error',
          reason: 'Refused',
          message: `refused ${everything}`,
        },
      ],
      objectsOfMigration: async () => [],
      differences: async () => [],
    },
    hookRuns: {
      definitionsOf: async () => [
        {
          name: 'call',
          kind: 'http',
          http: {
            url: `https://hooks.example.org/dump?key=${s['query of a hook']}`,
            headers: { Authorization: `Bearer ${s['header of a hook']}` },
            body: s['header of a hook'],
          },
        },
        {
          name: 'job',
          kind: 'image',
          image: {
            image: 'tool:1',
            args: [s['environment of a hook']],
            env: { DB_PASSWORD: s['environment of a hook'] },
          },
        },
        {
          name: 'script',
          kind: 'script',
          script: { image: 'tool:1', script: `login ${s['script of a hook']}` },
        },
      ],
      stored: async () => [run],
      list: async () => [run],
      log: async () => `wrote ${everything}`,
    },
    inspection: {
      pods: async () => ({
        items: [
          {
            cluster: 'east',
            namespace: 'shop',
            name: 'sender',
            component: 'sender',
            phase: 'Running',
            containers: [],
          },
        ],
      }),
      log: async () => `copied 3 files with ${everything}`,
    },
    clusters: {
      get: async name =>
        name === 'east'
          ? clusterOf(name, {
              kind: 'serviceAccount',
              token: s['service account token'],
            })
          : clusterOf(name, { kind: 'kubeconfig', kubeconfig }),
    },
    repositories: {
      get: async name => ({
        repository: {
          name,
          location: {
            provider: 's3',
            bucket: 'moves',
            secretAccessKey: s['repository key'],
          },
          status: {},
        } as any,
        location: {
          provider: 's3',
          bucket: 'moves',
          secretAccessKey: s['repository key'],
        },
      }),
    },
  };
}
