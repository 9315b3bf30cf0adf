/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { TestBed } from './testBed';

const namespace = 'shop-refused';

/** What the API answers: status, and words that name field and cure. */
const refusal = (statusCode: number, words: string) => ({
  statusCode,
  body: { error: { message: expect.stringContaining(words) } },
});

describe('what cannot work is refused, with field and cure, and nothing is changed', () => {
  let bed: TestBed;
  let untouched: unknown;
  const absent = (name: string) =>
    bed
      .call(bed.destination, `/api/v1/namespaces/${name}`)
      .then(found => expect(found).toBeUndefined());

  beforeAll(async () => {
    bed = await TestBed.start(7212, namespace);
    untouched = await bed.describeObjects(bed.source, namespace);
  });

  afterEach(async () => {
    expect(await bed.describeObjects(bed.source, namespace)).toEqual(untouched);
    expect(await bed.leftovers()).toEqual([]);
  });

  afterAll(() => bed?.close());

  it('unknown cluster, illegal name, absent namespace', async () => {
    await expect(
      bed.plan('refused', 'moved', { source: 'nowhere' }),
    ).rejects.toMatchObject(refusal(400, 'nowhere'));
    await expect(bed.plan('refused', 'Not_Legal')).rejects.toMatchObject(
      refusal(400, 'namespaces[0].destination'),
    );
    await expect(bed.plan('Refused!', 'moved')).rejects.toMatchObject(
      refusal(400, 'name'),
    );
    const plan = await bed.plan('absent-namespace', 'moved', {
      namespaces: [{ source: 'no-such' }],
    });
    expect(plan.conditions).toEqual([
      expect.objectContaining({
        type: 'NamespaceNotFound',
        category: 'Critical',
        field: 'namespaces[0].source',
      }),
    ]);
    await expect(
      bed.backend.api.startMigration(plan.id, { type: 'cutover' }),
    ).rejects.toMatchObject(refusal(409, ''));
  });

  it('wrong token, unreachable server, missing rights', async () => {
    const { api } = bed.backend;
    const connection = (server: string, token: string) => ({
      kind: 'serviceAccount' as const,
      server,
      caBundle: readFileSync(bed.source.certificates.path('ca.crt'), 'utf8'),
      token,
    });
    await expect(
      api.registerCluster({
        name: 'expired',
        connection: connection(bed.source.server, 'wrong'),
      }),
    ).rejects.toMatchObject(refusal(400, 'token'));
    await expect(
      api.registerCluster({
        name: 'unreachable',
        connection: connection('https://127.0.0.1:1', 'wrong'),
      }),
    ).rejects.toMatchObject(refusal(400, '127.0.0.1:1'));
    const { status } = await bed.call(
      bed.source,
      '/api/v1/namespaces/default/serviceaccounts/default/token',
      'POST',
      {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { audiences: [], expirationSeconds: 600 },
      },
    );
    await expect(
      api.registerCluster({
        name: 'no-rights',
        connection: connection(bed.source.server, status.token),
      }),
    ).rejects.toMatchObject(refusal(400, 'docs/security.md'));
    expect((await api.listClusters()).map(({ name }) => name)).toEqual([
      'destination',
      'source',
    ]);
  });

  it('storage class that is absent, destination that is too small', async () => {
    const plan = await bed.plan('too-small', 'moved', {
      volumes: [
        {
          namespace,
          claim: 'files',
          size: '1Mi',
          storageClass: 'no-such-class',
        },
      ],
    });
    expect(plan.conditions.map(({ type }) => type).sort()).toEqual([
      'DestinationTooSmall',
      'StorageClassNotFound',
    ]);
    await expect(
      bed.backend.api.startMigration(plan.id, { type: 'stage' }),
    ).rejects.toMatchObject(refusal(409, ''));
    await absent('moved');
  });

  it('objects and volumes of others on the destination', async () => {
    const { destination } = bed;
    await bed.call(destination, '/api/v1/namespaces', 'POST', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'taken' },
    });
    const path = '/api/v1/namespaces/taken';
    await bed.call(destination, `${path}/configmaps`, 'POST', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'shop' },
      data: { mine: 'yes' },
    });
    await bed.call(destination, `${path}/persistentvolumeclaims`, 'POST', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'files' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'standard',
        resources: { requests: { storage: '300Mi' } },
      },
    });
    try {
      const plan = await bed.plan('taken', 'taken');
      expect(
        plan.conditions.map(({ type, category, object }) => ({
          type,
          category,
          name: object?.name,
        })),
      ).toEqual(
        expect.arrayContaining([
          { type: 'ClaimExists', category: 'Critical', name: 'files' },
          { type: 'ObjectExists', category: 'Critical', name: 'shop' },
        ]),
      );
      await expect(
        bed.backend.api.startMigration(plan.id, { type: 'stage' }),
      ).rejects.toMatchObject(refusal(409, ''));
      expect(
        (await bed.call(destination, `${path}/configmaps/shop`)).data,
      ).toEqual({ mine: 'yes' });
    } finally {
      await bed.call(destination, path, 'DELETE');
    }
  });
});
