/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import { TestBed } from './testBed';

const namespace = 'shop-probe';
const moved = 'shop-probe-moved';

describe('a network probe', () => {
  let bed: TestBed;
  let planId: string;

  const input: PlanInput = {
    name: 'probe',
    source: 'source',
    destination: 'destination',
    namespaces: [{ source: namespace, destination: moved }],
  };
  const outcome = async () =>
    (await bed.backend.api.getPlan(planId)).checks?.find(
      ({ name }) => name === 'MoverNetwork',
    )?.outcome;
  const nothingIsLeft = async () => {
    expect(await bed.leftovers()).toEqual([]);
    expect(
      await bed.call(bed.destination, `/api/v1/namespaces/${moved}`),
    ).toBeUndefined();
  };

  beforeAll(async () => {
    bed = await TestBed.start(7297, namespace, { fixture: false });
    await bed.call(
      bed.source,
      `/api/v1/namespaces/${namespace}/persistentvolumeclaims`,
      'POST',
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'data' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'standard',
          resources: { requests: { storage: '10Mi' } },
        },
      },
    );
    // the claim is bound when a pod uses it
    await bed.call(bed.source, `/api/v1/namespaces/${namespace}/pods`, 'POST', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'reader' },
      spec: {
        terminationGracePeriodSeconds: 0,
        containers: [
          {
            name: 'reader',
            image: bed.environment.images.demo,
            imagePullPolicy: 'Never',
            command: ['sleep', 'infinity'],
            volumeMounts: [{ name: 'data', mountPath: '/data' }],
          },
        ],
        volumes: [
          { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
        ],
      },
    });
    await bed.until(
      'the pod runs',
      async () =>
        (await bed.pods(bed.source, namespace))[0].status.phase === 'Running',
    );
    planId = (await bed.plan('probe', moved)).id;
  });

  afterAll(() => bed?.close());

  it('finds the way of the movers, and leaves nothing', async () => {
    const { api } = bed.backend;
    expect(await outcome()).toBe('notMade');
    const before = await api.getPlan(planId);
    const { id } = await api.startMigration(planId, { type: 'networkProbe' });
    const during = await api.getPlan(planId);
    expect(during).toMatchObject({ state: before.state, live: 'source' });
    expect(during.lastMigration).toBeUndefined();
    expect(
      during.actions.filter(({ allowed }) => allowed).map(({ type }) => type),
    ).toEqual(['cancel']);
    const probe = await bed.backend.ended(id, 'Completed');
    expect(probe).toMatchObject({
      leftovers: 0,
      networkProbe: {
        namespaces: [
          {
            source: namespace,
            destination: moved,
            endpoint: 'NodePort',
            milliseconds: expect.any(Number),
          },
        ],
      },
    });
    await nothingIsLeft();
    const after = await api.getPlan(planId);
    expect(after).toMatchObject({
      state: before.state,
      live: 'source',
      actions: before.actions,
      lastProbe: { id, state: 'Completed' },
    });
    expect(after.lastMigration).toBeUndefined();
    expect(await outcome()).toBe('passed');
  });

  it('that finds none fails, and the plan says what was tried', async () => {
    const { api, ended } = bed.backend;
    await api.updatePlan(planId, {
      ...input,
      options: { endpoints: ['ClusterIP'] },
    });
    // another ladder is another network
    expect(await outcome()).toBe('notMade');
    const { id } = await api.startMigration(planId, { type: 'networkProbe' });
    const probe = await ended.call(bed.backend, id, 'Failed');
    expect(probe.conditions).toEqual([
      expect.objectContaining({
        type: 'NoEndpointReachable',
        message: expect.stringContaining(
          'ClusterIP needs source and destination to be one cluster',
        ),
      }),
    ]);
    await nothingIsLeft();
    const plan = await api.getPlan(planId);
    expect(await outcome()).toBe('found');
    expect(plan.state).not.toBe('Failed');
    expect(plan.conditions).toContainEqual(
      expect.objectContaining({
        type: 'MoverNetworkFailed',
        category: 'Warn',
        message: expect.stringMatching(/ClusterIP needs .* Open one of these/),
      }),
    );
    expect(
      plan.actions.find(({ type }) => type === 'networkProbe')?.allowed,
    ).toBe(true);
  });

  it('can be canceled, and goes on when the backend is killed', async () => {
    const { api } = bed.backend;
    await api.updatePlan(planId, input);
    const canceled = await api.startMigration(planId, { type: 'networkProbe' });
    await bed.until(
      'its namespace is there',
      () => bed.call(bed.destination, `/api/v1/namespaces/${moved}`),
      60,
    );
    await api.cancelMigration(canceled.id);
    await bed.backend.ended(canceled.id, 'Canceled');
    await nothingIsLeft();
    const { id } = await api.startMigration(planId, { type: 'networkProbe' });
    await bed.until(
      'its namespace is there again',
      () => bed.call(bed.destination, `/api/v1/namespaces/${moved}`),
      60,
    );
    await bed.backend.kill();
    await bed.backend.start();
    await bed.backend.ended(id, 'Completed');
    await nothingIsLeft();
  });
});
