/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Knex } from 'knex';
import { CredentialCipher } from '../clusters/CredentialCipher';
import { testDatabases } from '../testing/databases';
import { DatabaseMigrationStore } from './DatabaseMigrationStore';
import { DatabasePlanStore } from './DatabasePlanStore';
import { FencedMigrationStore } from './FencedMigrationStore';
import { MigratedObjectRow } from './migrationRecord';

const databases = testDatabases();
const cipher = new CredentialCipher('key');
const input = {
  name: 'move-shop',
  source: 'old',
  destination: 'new',
  namespaces: [{ source: 'shop' }],
};
const row = (change: Partial<MigratedObjectRow> = {}): MigratedObjectRow => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  namespace: 'shop',
  name: 'settings',
  cluster: 'new',
  uid: undefined,
  wave: 2,
  action: 'create',
  state: 'planned',
  asked: { kind: 'ConfigMap' },
  previous: undefined,
  differences: [],
  ...change,
});
const group = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop' };

describe.each(databases.ids)('objects of a plan on %s', id => {
  let knex: Knex;
  let store: FencedMigrationStore;
  let planId: string;

  const migration = async () => {
    const migrations = new DatabaseMigrationStore(knex);
    const migrationId = await migrations.insert({
      type: 'cutover',
      plan: { id: planId, input, volumes: [] },
    });
    const token = await migrations.claim(migrationId, 'a', 1, 1000);
    return new FencedMigrationStore(knex, cipher, migrationId, planId, token!);
  };

  beforeEach(async () => {
    knex = await databases.emptied(id);
    planId = await new DatabasePlanStore(knex).insert(input, {
      volumes: [],
      conditions: [],
    });
    store = await migration();
  }, 240_000);

  it('come in pages, each once, while their states change', async () => {
    const names = Array.from(
      { length: 1203 },
      (_, n) => `c-${String(n).padStart(4, '0')}`,
    );
    await store.putObjects(names.map(name => row({ name })));
    const seen: string[] = [];
    const sizes: number[] = [];
    for await (const page of store.objectPages(group)) {
      sizes.push(page.length);
      seen.push(...page.map(each => each.name));
      expect(page[0]).not.toHaveProperty('asked');
      await store.setObjectStates(
        group,
        page.map(each => each.name),
        'removed',
      );
    }
    expect(seen).toEqual(names);
    expect(sizes).toEqual([500, 500, 203]);
    expect(await store.objectGroups()).toEqual([]);
    expect(await store.countObjects()).toBe(1203);
  });

  it('are counted by kind and namespace in the order of waves, without those that were given back', async () => {
    await store.putObjects([
      row({ wave: 7, kind: 'Deployment', apiVersion: 'apps/v1', name: 'web' }),
      row(),
      row({ name: 'second', state: 'verified' }),
      row({ name: 'gone', state: 'removed' }),
      row({ wave: 0, kind: 'Namespace', namespace: '', name: 'shop' }),
    ]);
    expect(await store.objectGroups()).toEqual([
      { wave: 0, apiVersion: 'v1', kind: 'Namespace', namespace: '', count: 1 },
      { wave: 2, ...group, count: 2 },
      {
        wave: 7,
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        count: 1,
      },
    ]);
  });

  it('are read by name with their manifests, and tell whose they are', async () => {
    const secret = row({ asked: { data: { password: 'c2VjcmV0' } } });
    await store.putObjects([secret, row({ namespace: 'other' })]);
    expect(await store.objectsNamed(group, ['settings', 'none'])).toEqual(
      new Map([['settings', { ...secret, own: true }]]),
    );
    await store.update({ state: 'Completed', endedAt: 'now' });
    const later = await migration();
    await later.putObjects([{ ...secret, state: 'applied', uid: 'u1' }]);
    const known = await later.objectsNamed(group, ['settings']);
    expect(known.get('settings')).toMatchObject({ own: false, uid: 'u1' });
    expect(await later.objectGroups(true)).toEqual([]);
    expect(
      JSON.stringify(await knex('migrated_objects').select()),
    ).not.toContain('c2VjcmV0');
  });

  it('forget their differences when they are as asked', async () => {
    await store.putObjects([
      row({ state: 'different', differences: ['/data/a'] }),
      row({ name: 'other', state: 'applied' }),
    ]);
    await store.setObjectStates(group, ['settings'], 'verified');
    expect(await store.objectSummaries(['ConfigMap'])).toMatchObject([
      { name: 'other', state: 'applied' },
      { name: 'settings', state: 'verified', differences: [] },
    ]);
    expect(await store.objectSummaries(['Secret'])).toEqual([]);
  });
});
