/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import { migrationPlugin } from '../plugin';

const openapi = parse(
  readFileSync(join(__dirname, '../schema/openapi.yaml'), 'utf8'),
);
const operations: Array<[string, string, any]> = Object.entries(
  openapi.paths,
).flatMap(([path, item]: [string, any]) =>
  ['get', 'post', 'put', 'delete']
    .filter(method => item[method])
    .map(method => [method, path, item[method]] as [string, string, any]),
);
const bodies: Record<string, object> = {
  registerCluster: {
    name: 'absent',
    connection: { kind: 'kubeconfig', kubeconfig: 'none' },
  },
  updateCluster: {
    name: 'absent',
    connection: { kind: 'kubeconfig', kubeconfig: 'none' },
  },
  registerRepository: {
    name: 'absent',
    location: { provider: 's3' },
  },
  updateRepository: {
    name: 'absent',
    location: { provider: 's3' },
  },
  createPlan: {
    name: 'plan',
    source: 'absent',
    destination: 'absent',
    namespaces: [{ source: 'a', destination: 'b' }],
  },
  updatePlan: {
    name: 'plan',
    source: 'absent',
    destination: 'absent',
    namespaces: [{ source: 'a', destination: 'b' }],
  },
  discoverPlan: {
    name: 'plan',
    source: 'absent',
    destination: 'absent',
    namespaces: [{ source: 'a', destination: 'b' }],
  },
  updateDraft: { input: {} },
  startMigration: { type: 'stage' },
  createWave: { type: 'stage' },
  importMtcManifests: {},
  registerHook: { name: 'absent', kind: 'http' },
  updateHook: { name: 'absent', kind: 'http' },
};

describe('the HTTP API', () => {
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const backend = await startTestBackend({
      features: [
        migrationPlugin,
        mockServices.rootConfig.factory({
          data: {
            migration: { encryptionKey: 'key', moverImage: 'mover:local' },
          },
        }),
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: () => mockServices.rootLogger({ level: 'none' }),
        }),
      ],
    });
    server = backend.server;
    stop = () => backend.stop();
  }, 240_000);
  afterAll(() => stop());

  const ask = (method: string, path: string, body?: object | string) => {
    const call = (request(server) as any)[method](`/api/migration${path}`);
    return body === undefined
      ? call
      : call.set('content-type', 'application/json').send(body);
  };

  it.each(operations)(
    'serves %s %s as the document says',
    async (method, path, operation) => {
      const { status, body } = await ask(
        method,
        path.replace(/\{\w+\}/g, 'absent'),
        bodies[operation.operationId],
      );
      if (path.includes('{')) {
        // an unknown object, not an unknown route
        expect({ status, ...body.error }).toMatchObject({
          status: 404,
          name: 'NotFoundError',
          message: expect.stringMatching(/^There is no \w+ (named )?absent/),
        });
      } else if (method === 'get') {
        expect(status).toBe(200);
        expect(body.items).toEqual([]);
      } else {
        expect(status).toBe(400);
      }
    },
  );

  it.each([1, 60])('takes %d related namespaces', async number => {
    const names = Array.from({ length: number }, (_, i) => `n${i}`);
    const { status, body } = await ask(
      'get',
      `/plans?relatedEntityRef=component%3Adefault%2Fshop&detail=summary&relatedNamespaces=${encodeURIComponent(
        names.join(','),
      )}`,
    );
    expect({ status, body }).toEqual({
      status: 200,
      body: { items: [], totalItems: 0 },
    });
  });

  it('filters nothing that nobody has asked for', () => {
    const shaping = ['detail', 'sort', 'order', 'limit', 'offset', 'tailLines'];
    const filters = operations
      .flatMap(([, path, { parameters = [] }]) =>
        parameters.map((parameter: any) => ({ path, ...parameter })),
      )
      .filter(
        ({ in: place, name }) => place === 'query' && !shaping.includes(name),
      );
    const schemaOf = ({ schema }: any) =>
      schema.$ref
        ? openapi.components.schemas[schema.$ref.split('/').pop()]
        : schema;
    expect(filters.length).toBeGreaterThan(10);
    expect(filters.filter(filter => 'default' in schemaOf(filter))).toEqual([]);
  });

  it('serves nothing that the document does not tell', async () => {
    const source = readdirSync(__dirname)
      .filter(file => /^createRouter\.ts$|Routes\.ts$/.test(file))
      .map(file => readFileSync(join(__dirname, file), 'utf8'))
      .join('');
    const routes = [
      ...source.matchAll(/router\.(get|post|put|delete)\(\s*'([^']+)'/g),
    ].map(([, method, path]) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(routes.sort()).toEqual(
      operations.map(([method, path]) => `${method} ${path}`).sort(),
    );
    expect((await ask('get', '/secrets')).status).toBe(404);
  });

  it('takes over MTC manifests, each for itself', async () => {
    const manifest = (kind: string, name: string, spec: object) =>
      JSON.stringify({
        apiVersion: 'migration.openshift.io/v1alpha1',
        kind,
        metadata: { name, namespace: 'openshift-migration' },
        spec,
      });
    const hook = { custom: true, image: 'x:1', targetCluster: 'source' };
    const manifests = [
      '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"t"},"data":{"saToken":"VE9LRU4="}}',
      manifest('MigCluster', 'down', {
        url: 'https://127.0.0.1:9',
        serviceAccountSecretRef: { name: 't' },
      }),
      manifest('MigPlan', 'move-shop', {
        srcMigClusterRef: { name: 'down' },
        destMigClusterRef: { name: 'down' },
        namespaces: ['shop:moved'],
      }),
      manifest('MigHook', 'flush', hook),
    ].join('\n---\n');
    const { status, body } = await ask('post', '/mtc/import', { manifests });
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      {
        kind: 'MigCluster',
        outcome: 'refused',
        message: expect.stringContaining('did not answer'),
      },
      { kind: 'MigPlan', outcome: 'refused', message: expect.any(String) },
      { kind: 'MigHook', outcome: 'created', created: { name: 'flush' } },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/TOKEN|VE9LRU4/);
    expect((await ask('get', '/hooks/flush')).body).toMatchObject({
      kind: 'image',
      image: { image: 'x:1' },
    });
    const again = await ask('post', '/mtc/import', {
      manifests: manifest('MigHook', 'flush', hook),
    });
    expect(again.body.items[0].outcome).toBe('unchanged');
    await ask('delete', '/hooks/flush');
  });

  const plan = bodies.createPlan as any;
  const cluster = bodies.registerCluster as any;

  it.each<[string, string, string, object | string, RegExp]>([
    ['no JSON', 'post', '/plans', '{"name":', /JSON/],
    ['an empty plan', 'post', '/plans', {}, /name/],
    [
      'a field that does not exist',
      'post',
      '/plans',
      { ...plan, namespace: 'shop' },
      /namespace/,
    ],
    [
      'a field of another type',
      'post',
      '/plans',
      { ...plan, namespaces: 'shop' },
      /namespaces/,
    ],
    [
      'no namespaces',
      'post',
      '/plans',
      { ...plan, namespaces: [] },
      /namespaces/,
    ],
    [
      'an illegal namespace',
      'post',
      '/plans',
      { ...plan, namespaces: [{ source: 'Shop' }] },
      /namespaces\[0\]\.source/,
    ],
    [
      'a repository without its bucket',
      'post',
      '/repositories',
      { name: 'bucket', location: { provider: 's3' } },
      /^location.bucket: provider s3 needs it/,
    ],
    [
      'an unknown provider',
      'post',
      '/repositories',
      { name: 'bucket', location: { provider: 'ftp' } },
      /provider/,
    ],
    [
      'a repository that does not answer',
      'post',
      '/repositories',
      {
        name: 'bucket',
        location: {
          provider: 's3',
          bucket: 'moves',
          endpoint: 'http://127.0.0.1:9',
          accessKeyId: 'ID',
          secretAccessKey: 'KEY',
        },
      },
      /^location: Replication repository bucket: an object could not be written in moves at http:\/\/127.0.0.1:9/,
    ],
    [
      'no key file of a service account',
      'post',
      '/repositories',
      {
        name: 'bucket',
        location: { provider: 'gcs', bucket: 'moves', serviceAccountJson: '{' },
      },
      /^location.serviceAccountJson: .*JSON/,
    ],
    [
      'an unknown cluster',
      'post',
      '/plans',
      plan,
      /^source: there is no cluster/,
    ],
    [
      'an unknown action for a volume',
      'post',
      '/plans',
      { ...plan, volumes: [{ namespace: 'a', claim: 'b', action: 'burn' }] },
      /volumes/,
    ],
    [
      'an illegal cluster name',
      'post',
      '/clusters',
      { ...cluster, name: 'A b' },
      /name/,
    ],
    [
      'a kubeconfig that is none',
      'post',
      '/clusters',
      cluster,
      /connection\.kubeconfig/,
    ],
    [
      'an unknown kind of connection',
      'post',
      '/clusters',
      { ...cluster, connection: { kind: 'ssh' } },
      /kind/,
    ],
    [
      'an unknown kind of migration',
      'post',
      '/plans/absent/migrations',
      { type: 'teleport' },
      /type/,
    ],
    ['a page that is too long', 'get', '/plans?limit=100000', '', /limit/],
    [
      'an unknown outcome',
      'get',
      '/plans/absent/preview/objects?outcome=wonder',
      '',
      /outcome/,
    ],
    [
      'a page of previewed objects that is too long',
      'get',
      '/plans/absent/preview/objects?limit=501',
      '',
      /limit/,
    ],
    [
      'a log of no lines',
      'get',
      '/migrations/absent/pods/c/n/p/log?tailLines=0',
      '',
      /tailLines/,
    ],
    [
      'a log since no time',
      'get',
      '/migrations/absent/pods/c/n/p/log?sinceTime=yesterday',
      '',
      /sinceTime/,
    ],
    [
      'a pod that leads elsewhere',
      'get',
      '/migrations/absent/pods/c/n/..%2F..%2Fsecrets/log',
      '',
      /podName/,
    ],
    ['a page that is no number', 'get', '/plans?offset=x', '', /offset/],
    [
      'a negative event',
      'get',
      '/migrations/absent/events?after=-1',
      '',
      /after/,
    ],
  ])(
    'answers %s with 400 and the field',
    async (_n, method, path, given, field) => {
      const { status, body } = await ask(
        method,
        path,
        given === '' ? undefined : given,
      );
      expect({ status, name: body.error?.name }).toEqual({
        status: 400,
        name: expect.any(String),
      });
      expect(body.error.message).toMatch(field);
      expect((await ask('get', '/plans')).body.items).toEqual([]);
      expect((await ask('get', '/clusters')).body.items).toEqual([]);
    },
  );
});
