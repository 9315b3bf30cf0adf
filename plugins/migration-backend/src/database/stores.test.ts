/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ConflictError } from '@backstage/errors';
import { PlanInput } from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { CredentialCipher } from '../clusters/CredentialCipher';
import { testDatabases } from '../testing/databases';
import { DatabaseClusterStore } from './DatabaseClusterStore';
import { DatabaseMigrationStore } from './DatabaseMigrationStore';
import { DatabasePlanStore } from './DatabasePlanStore';
import { PlanFilter } from './PlanFilter';
import { DatabaseRepositoryStore } from './DatabaseRepositoryStore';

const databases = testDatabases();
const found = { volumes: [], conditions: [] };
const input = (change: Partial<PlanInput> = {}): PlanInput => ({
  name: 'move-shop',
  source: 'old',
  destination: 'new',
  namespaces: [{ source: 'shop', destination: 'shop-moved' }],
  ...change,
});

describe.each(databases.ids)('stores on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.emptied(id);
  }, 240_000);

  describe('DatabaseRepositoryStore', () => {
    const store = () =>
      new DatabaseRepositoryStore(knex, new CredentialCipher('key'));
    const repository = {
      name: 'bucket',
      location: {
        provider: 's3' as const,
        bucket: 'moves',
        accessKeyId: 'ID',
        secretAccessKey: 'SECRET',
        serviceAccountJson: 'SECRET',
        accountKey: 'SECRET',
      },
      status: { connected: true, conditions: [] },
    };

    it('shows no credentials, and has them encrypted', async () => {
      await store().insert(repository);
      expect(JSON.stringify(await store().list())).not.toContain('SECRET');
      expect(JSON.stringify(await knex('repositories').select())).not.toContain(
        'SECRET',
      );
      expect(await store().get('bucket')).toMatchObject({
        location: repository.location,
        repository: {
          name: 'bucket',
          location: { provider: 's3', bucket: 'moves', accessKeyId: 'ID' },
        },
      });
    });

    it('has each name once', async () => {
      await store().insert(repository);
      await expect(store().insert(repository)).rejects.toThrow(
        'A repository named bucket is registered already',
      );
    });

    it('has one password for a plan and repository, whoever asks first, and encrypted', async () => {
      const planId = await new DatabasePlanStore(knex).insert(
        input({ repository: 'bucket' }),
        found,
      );
      const [one, other] = await Promise.all([
        store().passwordOf(planId, 'bucket'),
        store().passwordOf(planId, 'bucket'),
      ]);
      expect(one).toBe(other);
      expect(one).toMatch(/^[\w-]{43}$/);
      expect(await store().passwordOf(planId, 'other')).not.toBe(one);
      expect(
        JSON.stringify(await knex('plan_repositories').select()),
      ).not.toContain(one);
      expect(await store().withDataOf(planId)).toEqual(['bucket', 'other']);
      expect(await store().plansWithData('bucket')).toEqual(['move-shop']);
      await store().forgetData(planId, 'bucket');
      expect(await store().withDataOf(planId)).toEqual(['other']);
      await new DatabasePlanStore(knex).delete(planId);
      expect(await store().plansWithData('other')).toEqual([]);
    });

    it('is found by the plans that name it', async () => {
      const plans = new DatabasePlanStore(knex);
      const planId = await plans.insert(input({ repository: 'bucket' }), found);
      await plans.insert(input({ name: 'without' }), found);
      const filter = { repository: 'bucket', limit: 10, offset: 0 };
      expect((await plans.list(filter)).items.map(plan => plan.id)).toEqual([
        planId,
      ]);
      await plans.update(planId, input(), found);
      expect((await plans.list(filter)).items).toEqual([]);
    });
  });

  describe('DatabasePlanStore', () => {
    const names = async (filter: Partial<PlanFilter>) =>
      (
        await new DatabasePlanStore(knex).list({
          limit: 10,
          offset: 0,
          sort: 'name',
          order: 'asc',
          ...filter,
        })
      ).items.map(plan => plan.input.name);

    it('searches names, entities and namespaces, by type, in an order', async () => {
      const plans = new DatabasePlanStore(knex);
      const namespaces = [{ source: 'cart_1' }];
      await plans.insert(input({ name: 'b-state', type: 'state' }), found);
      await plans.insert(input({ name: 'a-full', namespaces }), found);
      await plans.insert(
        input({
          name: 'c-entity',
          entityRef: 'component:default/Cart',
          namespaces: [{ source: 'cartx1' }],
        }),
        found,
      );
      expect(await names({})).toEqual(['a-full', 'b-state', 'c-entity']);
      expect(await names({ order: 'desc', limit: 1 })).toEqual(['c-entity']);
      expect(await names({ search: 'STATE' })).toEqual(['b-state']);
      expect(await names({ search: 'cart' })).toEqual(['a-full', 'c-entity']);
      // what is a pattern in SQL is a letter here
      expect(await names({ search: 't_1' })).toEqual(['a-full']);
      expect(await names({ search: '%' })).toEqual([]);
      expect(await names({ type: 'full' })).toEqual(['a-full', 'c-entity']);
      expect(await names({ type: 'state', search: 'full' })).toEqual([]);
    });
  });

  describe('DatabaseClusterStore', () => {
    const store = () =>
      new DatabaseClusterStore(knex, new CredentialCipher('key'));
    const cluster = {
      name: 'old',
      title: 'Old one',
      connection: {
        kind: 'serviceAccount' as const,
        server: 'https://api.example.org',
        token: 'TOKEN',
      },
      options: { moverImage: 'x' },
      status: { connected: true, conditions: [], storageClasses: [] },
    };

    it('shows no credentials, and has them encrypted', async () => {
      await store().insert(cluster);
      expect(JSON.stringify(await store().list())).not.toContain('TOKEN');
      expect(JSON.stringify(await knex('clusters').select())).not.toContain(
        'TOKEN',
      );
      expect(await store().get('old')).toMatchObject({
        connection: cluster.connection,
        cluster: {
          name: 'old',
          title: 'Old one',
          connection: {
            kind: 'serviceAccount',
            server: 'https://api.example.org',
          },
          options: { moverImage: 'x' },
        },
      });
    });

    it('has each name once', async () => {
      await store().insert(cluster);
      await expect(store().insert(cluster)).rejects.toThrow(ConflictError);
      await expect(store().insert(cluster)).rejects.toThrow(
        'A cluster named old is registered already',
      );
    });

    it('changes what is given and leaves the rest', async () => {
      await store().insert(cluster);
      await store().update('old', { options: { moverImage: 'y' } });
      expect(await store().get('old')).toMatchObject({
        connection: cluster.connection,
        cluster: { title: 'Old one', options: { moverImage: 'y' } },
      });
      await store().delete('old');
      expect(await store().get('old')).toBeUndefined();
    });
  });

  describe('lists of plans', () => {
    const plans = () => new DatabasePlanStore(knex);
    const page = { limit: 10, offset: 0 };

    it('finds plans by either namespace, cluster, entity and owner', async () => {
      const shop = await plans().insert(
        input({ entityRef: 'component:default/shop' }),
        found,
        'user:default/ada',
      );
      await plans().insert(
        input({
          name: 'other',
          source: 'third',
          namespaces: [{ source: 'mail' }],
        }),
        found,
      );
      for (const filter of [
        { namespace: 'shop' },
        { namespace: 'shop-moved' },
        { cluster: 'old' },
        { entityRef: 'component:default/shop' },
        { createdBy: 'user:default/ada' },
      ]) {
        const { items, totalItems } = await plans().list({
          ...filter,
          ...page,
        });
        expect(items.map(plan => plan.id)).toEqual([shop]);
        expect(totalItems).toBe(1);
      }
      for (const [related, total] of [
        [{ namespaces: ['shop', 'no'] }, 1],
        [{ namespaces: ['shop-moved', 'mail', 'shop'] }, 2],
        [{ entityRef: 'component:default/shop', namespaces: [] }, 1],
        [{ entityRef: 'component:default/shop', namespaces: ['mail'] }, 2],
        [{ entityRef: 'component:default/no', namespaces: [] }, 0],
      ] as const) {
        const filter = {
          related: { ...related, namespaces: [...related.namespaces] },
        };
        expect([
          related,
          (await plans().list({ ...filter, ...page })).totalItems,
        ]).toEqual([related, total]);
      }
      expect((await plans().list({ cluster: 'new', ...page })).totalItems).toBe(
        2,
      );
      expect((await plans().list({ namespace: 'no', ...page })).items).toEqual(
        [],
      );
    });

    it('pages, and counts all', async () => {
      for (const name of ['a', 'b', 'c']) {
        await plans().insert(input({ name }), found);
      }
      const names = new Set<string>();
      for (const offset of [0, 1, 2]) {
        const { items, totalItems } = await plans().list({ limit: 1, offset });
        expect(totalItems).toBe(3);
        names.add(items[0].input.name);
      }
      expect([...names].sort()).toEqual(['a', 'b', 'c']);
    });

    it('has each name once, and leaves nothing of a refused plan', async () => {
      await plans().insert(input(), found);
      const second = await plans().insert(input({ name: 'second' }), found);
      await expect(plans().insert(input(), found)).rejects.toThrow(
        'A plan named move-shop exists already',
      );
      await expect(
        plans().update(
          second,
          input({ namespaces: [{ source: 'mail' }] }),
          found,
        ),
      ).rejects.toThrow(ConflictError);
      expect(
        (await plans().list({ namespace: 'mail', ...page })).totalItems,
      ).toBe(0);
      expect((await plans().get(second))!.revision).toBe(1);
    });

    it('counts revisions of what people change, not of what is discovered', async () => {
      const plan = await plans().insert(input(), found);
      await plans().updateFound(plan, {
        volumes: [],
        conditions: [{ type: 'X', category: 'Warn', message: 'x' }],
        checks: [
          {
            name: 'Clocks',
            title: 'Clocks',
            outcome: 'passed',
            conditions: 0,
            seconds: 0.1,
          },
        ],
      });
      expect(await plans().get(plan)).toMatchObject({
        revision: 1,
        conditions: [{ type: 'X' }],
        checks: [{ name: 'Clocks', outcome: 'passed' }],
      });
      await plans().update(
        plan,
        input({ namespaces: [{ source: 'mail' }] }),
        found,
      );
      expect((await plans().get(plan))!.revision).toBe(2);
      expect(
        (await plans().list({ namespace: 'shop', ...page })).totalItems,
      ).toBe(0);
    });
  });

  describe('DatabaseMigrationStore', () => {
    const migrations = () => new DatabaseMigrationStore(knex);
    const insert = (planId: string) =>
      migrations().insert({
        type: 'stage',
        plan: { id: planId, input: input(), volumes: [] },
      });

    it('lets one migration of a plan run, also when two are started at once', async () => {
      const plan = await new DatabasePlanStore(knex).insert(input(), found);
      const started = await Promise.allSettled([insert(plan), insert(plan)]);
      const refused = started.filter(result => result.status === 'rejected');
      expect(refused).toHaveLength(1);
      expect(refused[0].reason).toBeInstanceOf(ConflictError);
      expect(await migrations().listOfPlan(plan)).toHaveLength(1);
    });

    it('cancels what has not ended', async () => {
      const plan = await new DatabasePlanStore(knex).insert(input(), found);
      const migration = await insert(plan);
      expect(await migrations().requestCancel(migration)).toBe(true);
      expect(await migrations().get(migration)).toMatchObject({
        cancelRequested: true,
        state: 'Queued',
      });
      await knex('migrations').update({ state: 'Completed' });
      expect(await migrations().requestCancel(migration)).toBe(false);
      expect(await migrations().claimable(Date.now())).toEqual([]);
    });

    it('goes with its plan', async () => {
      const plans = new DatabasePlanStore(knex);
      const plan = await plans.insert(input(), found);
      const migration = await insert(plan);
      await plans.delete(plan);
      expect(await migrations().get(migration)).toBeUndefined();
    });
  });

  it('are removed by the way back of their migrations', async () => {
    await knex.migrate.rollback({
      directory: `${__dirname}/../../migrations`,
    });
    expect(await knex.schema.hasTable('plans')).toBe(false);
    expect(await knex.schema.hasTable('clusters')).toBe(false);
  });
});
