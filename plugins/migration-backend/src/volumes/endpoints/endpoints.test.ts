/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
  ObjectKey,
} from '@namespace-migration/plugin-migration-node';
import { TransferContext } from '../TransferContext';
import { Receiver } from './Endpoint';
import { endpointOfKind } from './index';
import { admitted } from './route';

const ago = (seconds: number) =>
  new Date(Date.now() - seconds * 1000).toISOString();

/** What the destination answers, and what was made on it. */
function destinationWith(objects: any[], kinds: string[] = ['Service']) {
  const made: any[] = [];
  const all = () => [...objects, ...made];
  const cluster: Partial<ClusterClient> = {
    name: 'destination',
    findType: async (_, kind) =>
      kinds.includes(kind) ? ({ kind } as any) : undefined,
    get: async ({ kind, name }: ObjectKey) =>
      all().find(o => o.kind === kind && o.metadata.name === name),
    listPages: async function* listPages({ kind }) {
      yield all().filter(o => o.kind === kind);
    },
    create: async object => {
      made.push(object);
      return object;
    },
    delete: async ({ name }) => {
      made.splice(
        made.findIndex(o => o.metadata.name === name),
        1,
      );
      return 'deleted';
    },
  };
  const context = {
    destination: cluster,
    owner: { migrationId: '0123456789', planId: 'plan', fencingToken: 1 },
  } as TransferContext;
  return { context, made };
}

const volume = {
  namespace: 'shop',
  claim: 'data',
  target: { namespace: 'moved', claim: 'data' },
} as PlannedVolume;
const receiver = {
  volume,
  service: { metadata: { name: 'recv' } },
} as Receiver;
const balanced = {
  kind: 'Service',
  metadata: { name: 'web' },
  status: { loadBalancer: { ingress: [{ hostname: 'lb.example.org' }] } },
};

describe('Route that cannot be made', () => {
  const { find } = endpointOfKind('Route');
  const failing = (reason: string) => {
    const { context } = destinationWith([], ['Route', 'Service']);
    Object.assign(context.destination, {
      create: async () => {
        throw new ClusterError('POST (404)', 404, reason, 'destination');
      },
    });
    return find(context, receiver, { nodeAddresses: [], asked: false });
  };

  it('is declined when its definition goes between discovery and use', async () => {
    expect(await failing('404')).toEqual({
      declined: expect.stringContaining('no longer'),
    });
  });

  it('fails when it is the namespace that is not there', async () => {
    await expect(failing('NotFound')).rejects.toThrow('POST (404)');
  });
});

describe('LoadBalancer', () => {
  const { find, withdraw } = endpointOfKind('LoadBalancer');
  const byDefault = { nodeAddresses: [], asked: false };
  const asked = { nodeAddresses: [], asked: true };

  it('is not tried by default where nothing was ever balanced', async () => {
    const { context, made } = destinationWith([
      { kind: 'Service', metadata: { name: 'web' }, status: {} },
    ]);
    expect(await find(context, receiver, byDefault)).toEqual({
      declined: expect.stringContaining('name LoadBalancer in a ladder'),
    });
    expect(made).toEqual([]);
  });

  it.each([
    ['something was', [balanced], byDefault],
    ['it is asked for', [], asked],
  ])(
    'is made where %s, waited for and withdrawn',
    async (_, objects, options) => {
      const { context, made } = destinationWith(objects);
      expect(await find(context, receiver, options)).toEqual({
        waitingFor: expect.stringContaining('Service moved/nm-lb-data-'),
      });
      expect(made).toMatchObject([
        {
          spec: { type: 'LoadBalancer', ports: [{ port: 8443 }] },
          metadata: {
            labels: { 'namespace-migration.io/migration': '0123456789' },
          },
        },
      ]);
      made[0].status = { loadBalancer: { ingress: [{ ip: '192.0.2.7' }] } };
      expect(await find(context, receiver, options)).toEqual({
        endpoint: { kind: 'direct', host: '192.0.2.7', port: 8443 },
      });
      expect(made).toHaveLength(1);
      await withdraw!(context, volume);
      expect(made).toEqual([]);
    },
  );

  it('declines after its deadline', async () => {
    const { context, made } = destinationWith([]);
    await find(context, receiver, asked);
    made[0].metadata.creationTimestamp = ago(100);
    expect(await find(context, receiver, asked)).toHaveProperty('waitingFor');
    made[0].metadata.creationTimestamp = ago(130);
    expect(await find(context, receiver, asked)).toEqual({
      declined: expect.stringContaining('waited 120 s'),
    });
  });
});

describe('Route', () => {
  const { find } = endpointOfKind('Route');
  const options = { nodeAddresses: [], asked: false };

  it('is none on a cluster that serves no Routes', async () => {
    const { context, made } = destinationWith([]);
    expect(await find(context, receiver, options)).toHaveProperty('declined');
    expect(made).toEqual([]);
  });

  it.each([
    ['', undefined, undefined],
    ['of the ingress configuration', 'apps.example.org', undefined],
    ['of the options', 'apps.example.org', 'own.example.org'],
  ])(
    'passes TLS through to the Service, with a host %s',
    async (_, found, given) => {
      const { context, made } = destinationWith(
        found
          ? [
              {
                kind: 'Ingress',
                metadata: { name: 'cluster' },
                spec: { domain: found },
              },
            ]
          : [],
        ['Route', 'Ingress'],
      );
      expect(
        await find(context, receiver, { ...options, route: { domain: given } }),
      ).toHaveProperty('waitingFor');
      const domain = given ?? found;
      expect(made).toMatchObject([
        {
          spec: {
            to: { kind: 'Service', name: 'recv' },
            tls: { termination: 'passthrough' },
          },
        },
      ]);
      expect(made[0].spec.host).toBe(
        domain && `${made[0].metadata.name}-moved.${domain}`,
      );
    },
  );

  const routed = (status: string | undefined, age: number) =>
    ({
      metadata: { namespace: 'moved', name: 'r', creationTimestamp: ago(age) },
      status: {
        ingress: status && [
          {
            host: 'r.apps.example.org',
            conditions: [
              { type: 'Admitted', status, message: 'host is taken' },
            ],
          },
        ],
      },
    } as unknown as KubernetesObject);
  const cluster = { name: 'destination' };

  it('is reached by the host that was admitted, at the address that is said', () => {
    expect(admitted(cluster, routed('True', 1), undefined)).toEqual({
      endpoint: {
        kind: 'direct',
        host: 'r.apps.example.org',
        port: 443,
        serverName: 'r.apps.example.org',
      },
    });
    expect(
      admitted(cluster, routed('True', 1), {
        address: '192.0.2.9',
        port: 8443,
      }),
    ).toMatchObject({
      endpoint: {
        host: '192.0.2.9',
        port: 8443,
        serverName: 'r.apps.example.org',
      },
    });
  });

  it('declines with the reason of the router, or when none answers', () => {
    expect(admitted(cluster, routed('False', 1), undefined)).toEqual({
      declined: expect.stringContaining('host is taken'),
    });
    expect(admitted(cluster, routed(undefined, 50), undefined)).toHaveProperty(
      'waitingFor',
    );
    expect(admitted(cluster, routed(undefined, 70), undefined)).toHaveProperty(
      'declined',
    );
  });
});
