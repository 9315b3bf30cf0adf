/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { startRealBackend } from './testing/realBackend';

const plan = {
  name: 'shop-to-new',
  source: 'old',
  destination: 'new',
  namespaces: [{ source: 'shop' }],
};

describe('the module in a backend with the migration plugin', () => {
  let backend: Awaited<ReturnType<typeof startRealBackend>>;

  beforeAll(async () => {
    backend = await startRealBackend();
  }, 60_000);
  afterAll(() => backend?.stop());

  it('adds its actions', () => {
    expect([...backend.actions.keys()].sort()).toEqual([
      'migration:migration:start',
      'migration:plan:create',
    ]);
    for (const action of backend.actions.values()) {
      expect(action.supportsDryRun).toBe(true);
    }
  });

  it("fails with the backend's words, which name field and cure", async () => {
    const context = createMockActionContext({ input: plan });
    await expect(
      backend.action('migration:plan:create').handler(context),
    ).rejects.toThrow(
      'source: there is no cluster named old; register it or choose another',
    );
    expect(context.output).not.toHaveBeenCalled();
  });

  it('refuses an unregistered cluster in a dry run too', async () => {
    const context = {
      ...createMockActionContext({ input: plan }),
      isDryRun: true,
    };
    await expect(
      backend.action('migration:plan:create').handler(context),
    ).rejects.toThrow(/There is no cluster named old; register it first/);
  });

  it('sends what openapi.yaml checks: an illegal name is told as such', async () => {
    const context = createMockActionContext({
      input: { ...plan, name: 'X' },
    });
    await expect(
      backend.action('migration:plan:create').handler(context),
    ).rejects.toThrow(/name/);
  });

  it.each([false, true])(
    'says which plan it does not find (dry run: %s)',
    async isDryRun => {
      const context = {
        ...createMockActionContext({
          input: { planId: 'nowhere', type: 'stage' },
        }),
        isDryRun,
      };
      await expect(
        backend.action('migration:migration:start').handler(context),
      ).rejects.toThrow('There is no plan nowhere');
    },
  );

  it('goes through a dry run of both steps', async () => {
    const context = {
      ...createMockActionContext({
        input: { planId: 'dry-run', type: 'cutover' },
      }),
      isDryRun: true,
    };
    await backend.action('migration:migration:start').handler(context);
    expect(context.output).toHaveBeenCalledWith('migrationId', 'dry-run');
    expect(context.output).toHaveBeenCalledWith('state', 'Queued');
  });
});
