/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  createMigrationStartAction,
  createPlanCreateAction,
} from '@namespace-migration/plugin-scaffolder-backend-module-migration';
import { TestBed } from './testBed';

const namespace = 'shop-templated';
const moved = 'shop-templated-moved';

describe('template actions against a real backend', () => {
  let bed: TestBed;

  beforeAll(async () => {
    bed = await TestBed.start(7219, namespace);
  });
  afterAll(() => bed?.close());

  const options = () => ({
    // the backend under test knows the mock tokens of backend-test-utils
    auth: mockServices.auth({ pluginId: 'scaffolder' }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async plugin =>
        `http://127.0.0.1:${bed.backend.port}/api/${plugin}`,
    }),
  });

  async function outputsOf(
    action: { handler(context: any): Promise<void> },
    input: object,
    isDryRun = false,
  ): Promise<Record<string, any>> {
    const outputs: Record<string, any> = {};
    await action.handler({
      ...createMockActionContext(),
      input,
      isDryRun,
      output: (name: string, value: unknown) => {
        outputs[name] = value;
      },
    });
    return outputs;
  }

  const input = (name: string, source: string) => ({
    name,
    source: 'source',
    destination: 'destination',
    namespaces: [{ source, destination: moved }],
  });

  it('previews without keeping a plan', async () => {
    const action = createPlanCreateAction(options());
    expect(
      await outputsOf(action, input('templated', namespace), true),
    ).toEqual({
      planId: 'dry-run',
      state: 'Ready',
      ready: true,
      conditions: [],
    });
    const absent = await outputsOf(action, input('absent', 'no-such'), true);
    expect(absent).toMatchObject({
      ready: false,
      conditions: [{ type: 'NamespaceNotFound' }],
    });
    expect((await bed.backend.api.listPlans()).totalItems).toBe(0);
  });

  it('makes a plan, stages it, rolls it back, and waits for each end', async () => {
    const { planId, ready } = await outputsOf(
      createPlanCreateAction(options()),
      input('templated', namespace),
    );
    expect(ready).toBe(true);
    const start = createMigrationStartAction(options());
    for (const type of ['stage', 'rollback']) {
      const { migrationId, state, conditions } = await outputsOf(start, {
        planId,
        type,
      });
      expect({ state, conditions }).toEqual({
        state: 'Completed',
        conditions: [],
      });
      const migration = await bed.backend.api.getMigration(migrationId);
      expect(migration).toMatchObject({
        type,
        createdBy: 'user:default/mock',
        state: 'Completed',
      });
    }
  });

  it("fails a task with the condition's message, and a start with its refusal", async () => {
    const { planId, ready } = await outputsOf(
      createPlanCreateAction(options()),
      input('absent', 'no-such'),
    );
    expect(ready).toBe(false);
    const start = createMigrationStartAction(options());
    await expect(outputsOf(start, { planId, type: 'stage' })).rejects.toThrow(
      /stage of plan absent is not possible now: .*no-such/,
    );
    // a foreign object that came after the plan was checked is found by the migration itself
    const late = await outputsOf(createPlanCreateAction(options()), {
      ...input('late', namespace),
      namespaces: [{ source: namespace, destination: `${moved}-late` }],
    });
    await bed.call(bed.destination, '/api/v1/namespaces', 'POST', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: `${moved}-late` },
    });
    await bed.call(
      bed.destination,
      `/api/v1/namespaces/${moved}-late/configmaps`,
      'POST',
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'shop' },
        data: {},
      },
    );
    try {
      await expect(
        outputsOf(start, { planId: late.planId, type: 'stage' }),
      ).rejects.toThrow(/ended as Failed: .*ConfigMap .*shop exists/);
    } finally {
      await bed.call(
        bed.destination,
        `/api/v1/namespaces/${moved}-late`,
        'DELETE',
      );
    }
  });
});
