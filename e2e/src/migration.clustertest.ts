/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  claimPath,
  LocalCluster,
  LocalEnvironment,
  up,
} from '@namespace-migration/local-clusters';
import { fixtureNamespace } from './fixtureNamespace';
import { describeDirectory } from './independentComparison';
import { TestBackend } from './testBackend';

const namespace = 'shop';
const moved = 'shop-moved';

describe('a namespace with a living writer', () => {
  let environment: LocalEnvironment;
  let backend: TestBackend;
  let planId: string;

  const call = (
    cluster: LocalCluster,
    path: string,
    method = 'GET',
    body?: unknown,
  ) => {
    const { api } = cluster;
    return api.call(method, path, body).finally(() => api.close());
  };
  const pods = async (cluster: LocalCluster, ns: string): Promise<any[]> =>
    (await call(cluster, `/api/v1/namespaces/${ns}/pods`)).items;
  const labelled = async (cluster: LocalCluster): Promise<string[]> => {
    const found: string[] = [];
    for (const kind of [
      'pods',
      'services',
      'secrets',
      'configmaps',
      'persistentvolumeclaims',
    ]) {
      const list = await call(
        cluster,
        `/api/v1/${kind}?labelSelector=namespace-migration.io/migration`,
      );
      found.push(
        ...list.items.map((item: any) => `${kind} ${item.metadata.name}`),
      );
    }
    return found;
  };
  const until = async (
    what: string,
    check: () => Promise<unknown>,
    seconds = 120,
  ) => {
    const deadline = Date.now() + seconds * 1000;
    while (!(await check())) {
      if (Date.now() > deadline) {
        throw new Error(`${what}: not so after ${seconds} s`);
      }
      await new Promise(resolve => setTimeout(resolve, 300));
    }
  };
  const journalOf = async (cluster: LocalCluster, ns: string) =>
    readFileSync(
      join(await claimPath(cluster, ns, 'journal'), 'journal'),
      'utf8',
    )
      .trimEnd()
      .split('\n');
  const replicas = async (cluster: LocalCluster, ns: string) =>
    (await call(cluster, `/apis/apps/v1/namespaces/${ns}/deployments/writer`))
      ?.spec.replicas;

  beforeAll(async () => {
    environment = await up({
      instance: Number(process.env.NAMESPACE_MIGRATION_INSTANCE ?? 0),
      without: ['s3', 'registry'],
    });
    for (const { path, object } of fixtureNamespace(
      namespace,
      environment.images.demo,
    )) {
      if (
        !(await call(environment.source, `${path}/${object.metadata.name}`))
      ) {
        await call(environment.source, path, 'POST', object);
      }
    }
    await until(
      'the fixture runs',
      async () =>
        (
          await pods(environment.source, namespace)
        ).filter(pod => pod.status.phase === 'Running').length === 2,
    );
    await until('the odd files are there', async () =>
      describeDirectory(
        await claimPath(environment.source, namespace, 'files'),
      ).includes('done'),
    );
    backend = new TestBackend(7211);
    await backend.start();
    for (const name of ['source', 'destination'] as const) {
      await backend.api.registerCluster({
        name,
        connection: {
          kind: 'kubeconfig',
          kubeconfig: readFileSync(environment[name].kubeconfigPath, 'utf8'),
        },
      });
    }
  });

  afterAll(async () => {
    await backend?.close();
  });

  it('refuses what cannot work, naming field and cure, and changes nothing', async () => {
    const input = {
      name: 'refused',
      source: 'source',
      destination: 'destination',
      namespaces: [{ source: namespace }],
    };
    await expect(
      backend.api.createPlan({ ...input, source: 'nowhere' }),
    ).rejects.toThrow(/400/);
    await expect(
      backend.api.createPlan({
        ...input,
        namespaces: [{ source: namespace, destination: 'Not_Legal' }],
      }),
    ).rejects.toThrow(/400/);
    await expect(
      backend.api.registerCluster({
        name: 'expired',
        connection: {
          kind: 'serviceAccount',
          server: environment.source.server,
          caBundle: readFileSync(
            environment.source.certificates.path('ca.crt'),
            'utf8',
          ),
          token: 'wrong',
        },
      }),
    ).rejects.toThrow(/400/);
    expect((await backend.api.listClusters()).map(({ name }) => name)).toEqual([
      'destination',
      'source',
    ]);
    const absent = await backend.api.createPlan({
      ...input,
      name: 'absent-namespace',
      namespaces: [{ source: 'no-such' }],
    });
    expect(absent.conditions).toEqual([
      expect.objectContaining({
        type: 'NamespaceNotFound',
        category: 'Critical',
        field: 'namespaces[0].source',
      }),
    ]);
    await expect(
      backend.api.startMigration(absent.id, { type: 'cutover' }),
    ).rejects.toThrow(/409/);
    const small = await backend.api.createPlan({
      ...input,
      name: 'too-small',
      volumes: [
        {
          namespace,
          claim: 'files',
          size: '1Mi',
          storageClass: 'no-such-class',
        },
      ],
    });
    expect(small.conditions.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['DestinationTooSmall', 'StorageClassNotFound']),
    );
    expect(
      await call(environment.destination, `/api/v1/namespaces/${namespace}`),
    ).toBeUndefined();
  });

  it('stops before anything of others is overwritten', async () => {
    await call(environment.destination, '/api/v1/namespaces', 'POST', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'taken' },
    });
    await call(
      environment.destination,
      '/api/v1/namespaces/taken/configmaps',
      'POST',
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'shop' },
        data: { mine: 'yes' },
      },
    );
    const plan = await backend.api.createPlan({
      name: 'taken',
      source: 'source',
      destination: 'destination',
      namespaces: [{ source: namespace, destination: 'taken' }],
    });
    expect(plan.conditions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'ObjectExists', category: 'Critical' }),
      ]),
    );
    await expect(
      backend.api.startMigration(plan.id, { type: 'stage' }),
    ).rejects.toThrow(/409/);
    expect(
      (
        await call(
          environment.destination,
          '/api/v1/namespaces/taken/configmaps/shop',
        )
      ).data,
    ).toEqual({ mine: 'yes' });
    await call(environment.destination, '/api/v1/namespaces/taken', 'DELETE');
  });

  it('stages twice while the writer goes on', async () => {
    const plan = await backend.api.createPlan({
      name: 'shop',
      source: 'source',
      destination: 'destination',
      namespaces: [{ source: namespace, destination: moved }],
    });
    expect(plan).toMatchObject({
      state: 'Ready',
      live: 'source',
      conditions: [],
    });
    planId = plan.id;
    for (const time of ['first', 'second']) {
      const stage = await backend.run(planId, 'stage');
      expect({
        time,
        passes: stage.volumes.map(({ claim, state, pass }) => ({
          claim,
          state,
          pass,
        })),
      }).toEqual({
        time,
        passes: [
          { claim: 'files', state: 'copied', pass: 'bulk' },
          { claim: 'journal', state: 'copied', pass: 'bulk' },
        ],
      });
    }
    expect(await replicas(environment.source, namespace)).toBe(1);
    expect([
      ...(await labelled(environment.source)),
      ...(await labelled(environment.destination)),
    ]).toEqual([]);
    expect(await backend.api.getPlan(planId)).toMatchObject({
      state: 'Staged',
      live: 'source',
    });
  });

  it('cuts over, proves it, and never runs both', async () => {
    let both = 0;
    let watching = true;
    const watch = (async () => {
      while (watching) {
        const running = (list: any[]) =>
          list.some(
            pod =>
              pod.metadata.labels?.app === 'writer' &&
              pod.status.phase === 'Running',
          );
        const [there, here] = await Promise.all([
          pods(environment.destination, moved),
          pods(environment.source, namespace),
        ]);
        both += running(there) && running(here) ? 1 : 0;
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    })();
    const cutover = await backend.run(planId, 'cutover').finally(() => {
      watching = false;
      return watch;
    });
    expect(both).toBe(0);
    expect(
      Date.parse(cutover.cutover!.finalPassStartedAt!),
    ).toBeGreaterThanOrEqual(Date.parse(cutover.cutover!.writersGoneAt!));
    expect(
      cutover.volumes.map(({ claim, state, proof }) => ({
        claim,
        state,
        differences: proof?.differences,
      })),
    ).toEqual([
      { claim: 'files', state: 'verified', differences: 0 },
      { claim: 'journal', state: 'verified', differences: 0 },
    ]);
    expect(cutover.objects!.different).toBe(0);
    expect(cutover.objects!.present).toBe(cutover.objects!.expected);

    // the test's own look at both sides
    const [from, to] = await Promise.all([
      claimPath(environment.source, namespace, 'files'),
      claimPath(environment.destination, moved, 'files'),
    ]);
    expect(describeDirectory(to)).toBe(describeDirectory(from));
    const committed = await journalOf(environment.source, namespace);
    const found = await journalOf(environment.destination, moved);
    expect(found.slice(0, committed.length)).toEqual(committed);
    await until(
      'the destination writes',
      async () =>
        (await journalOf(environment.destination, moved)).length >
        committed.length,
    );
    expect(await journalOf(environment.source, namespace)).toHaveLength(
      committed.length,
    );
    expect(await pods(environment.source, namespace)).toEqual([]);

    const binding = await call(
      environment.destination,
      `/apis/rbac.authorization.k8s.io/v1/namespaces/${moved}/rolebindings/shop`,
    );
    expect(binding.subjects).toEqual([
      { kind: 'ServiceAccount', name: 'shop', namespace: moved },
    ]);
    expect(
      (
        await call(
          environment.destination,
          `/apis/batch/v1beta1/namespaces/${moved}/cronjobs/asleep`,
        )
      ).spec.suspend,
    ).toBe(true);
    expect(
      (
        await call(
          environment.destination,
          `/apis/batch/v1beta1/namespaces/${moved}/cronjobs/yearly`,
        )
      ).spec.suspend,
    ).toBe(false);
    expect(
      (
        await call(
          environment.destination,
          `/apis/demo.namespace-migration.io/v1/namespaces/${moved}/shops/shop`,
        )
      ).spec,
    ).toEqual({ size: 3 });
    expect([
      ...(await labelled(environment.source)),
      ...(await labelled(environment.destination)),
    ]).toEqual([]);
    expect(await backend.api.getPlan(planId)).toMatchObject({
      state: 'Migrated',
      live: 'destination',
    });
  });

  it('rolls back to the field and leaves nothing', async () => {
    const before = await journalOf(environment.source, namespace);
    const rollback = await backend.run(planId, 'rollback');
    expect(rollback.rollback).toMatchObject({ sourceDifferences: 0 });
    expect(await replicas(environment.source, namespace)).toBe(1);
    expect(
      (
        await call(
          environment.source,
          `/apis/batch/v1beta1/namespaces/${namespace}/cronjobs/asleep`,
        )
      ).spec.suspend,
    ).toBe(true);
    expect(
      (
        await call(
          environment.source,
          `/apis/batch/v1beta1/namespaces/${namespace}/cronjobs/yearly`,
        )
      ).spec.suspend,
    ).toBe(false);
    await until(
      'the source writes again',
      async () =>
        (await journalOf(environment.source, namespace)).length > before.length,
    );
    await until(
      'the destination namespace is gone',
      async () =>
        !(await call(environment.destination, `/api/v1/namespaces/${moved}`)),
    );
    expect([
      ...(await labelled(environment.source)),
      ...(await labelled(environment.destination)),
    ]).toEqual([]);
    expect(await backend.api.getPlan(planId)).toMatchObject({
      state: 'RolledBack',
      live: 'source',
    });
  });

  it('is killed inside every phase of a cutover and a rollback, and ends the same', async () => {
    for (const type of ['cutover', 'rollback'] as const) {
      const { id } = await backend.api.startMigration(planId, { type });
      const phases = (await backend.api.getMigration(id)).phases.filter(
        ({ itinerary }) => itinerary === type,
      );
      await backend.kill();
      for (const { phase } of phases) {
        await backend.start({ MIGRATION_KILL_AT: `${type}/${phase}/ran` });
        await until(
          `the backend died in ${phase}`,
          async () => !backend.running,
          180,
        );
      }
      await backend.start();
      const ended = await backend.ended(id, 'Completed');
      expect(
        ended.phases
          .filter(({ itinerary }) => itinerary === type)
          .map(({ state }) => state),
      ).toEqual(phases.map(() => 'completed'));
      expect([
        ...(await labelled(environment.source)),
        ...(await labelled(environment.destination)),
      ]).toEqual([]);
      if (type === 'cutover') {
        expect(ended.volumes.map(({ proof }) => proof?.differences)).toEqual([
          0, 0,
        ]);
        const committed = await journalOf(environment.source, namespace);
        expect(
          (await journalOf(environment.destination, moved)).slice(
            0,
            committed.length,
          ),
        ).toEqual(committed);
      } else {
        expect(ended.rollback).toMatchObject({ sourceDifferences: 0 });
      }
    }
  });
});
