/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { Knex } from 'knex';
import { CredentialCipher } from '../clusters/CredentialCipher';
import { DatabaseMigrationStore } from '../database/DatabaseMigrationStore';
import { DatabasePlanStore } from '../database/DatabasePlanStore';
import {
  FencedMigrationStore,
  LeaseLost,
} from '../database/FencedMigrationStore';
import { testDatabases } from '../testing/databases';
import { applyAllRecorded } from './applyRecorded';

const databases = testDatabases();
const input = {
  name: 'move-shop',
  source: 'old',
  destination: 'new',
  namespaces: [{ source: 'shop' }],
};
const configMap = (name: string, value = 'a'): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'shop' },
  data: { value },
});

// each writes dozens of rows to a real database
jest.setTimeout(60_000);

describe.each(databases.ids)('applying many objects, on %s', id => {
  let knex: Knex;
  let migrations: DatabaseMigrationStore;
  let migrationId: string;
  let planId: string;
  let store: FencedMigrationStore;
  let applied: string[];
  /** Called before each write. */
  let onApply: (object: KubernetesObject) => Promise<void>;
  const destination = {
    name: 'new',
    apply: async (object: KubernetesObject) => {
      await onApply(object);
      applied.push(object.metadata.name);
      const uid = `uid-${object.metadata.name}`;
      return { ...object, metadata: { ...object.metadata, uid } };
    },
  } as unknown as ClusterClient;
  const apply = (objects: KubernetesObject[], skipOwn = false) =>
    applyAllRecorded(
      destination,
      store,
      planId,
      objects.map(object => ({ object, action: 'create' })),
      undefined,
      skipOwn,
    );
  const states = async () =>
    Object.fromEntries(
      (await store.objectSummaries()).map(row => [row.name, row.state]),
    );

  beforeEach(async () => {
    knex = await databases.emptied(id);
    migrations = new DatabaseMigrationStore(knex);
    planId = await new DatabasePlanStore(knex).insert(input, {
      volumes: [],
      conditions: [],
    });
    migrationId = await migrations.insert({
      type: 'cutover',
      plan: { id: planId, input, volumes: [] },
    });
    const token = await migrations.claim(migrationId, 'a', 1, 1000);
    store = new FencedMigrationStore(
      knex,
      new CredentialCipher('key'),
      migrationId,
      planId,
      token!,
    );
    applied = [];
    onApply = async () => {};
  }, 240_000);

  it('records each intent before its write, and at most 16 writes go at once', async () => {
    let atOnce = 0;
    let most = 0;
    const unrecorded: string[] = [];
    onApply = async ({ metadata }) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      if ((await states())[metadata.name] !== 'planned') {
        unrecorded.push(metadata.name);
      }
      atOnce -= 1;
    };
    const objects = Array.from({ length: 150 }, (_, n) => configMap(`c${n}`));
    await apply(objects);
    expect(unrecorded).toEqual([]);
    // how many are under way together is the moment's; never more, and not one by one
    expect(most).toBeLessThanOrEqual(16);
    expect(most).toBeGreaterThan(4);
    expect(applied).toHaveLength(150);
    const rows = await store.objectSummaries();
    expect(rows.every(row => row.uid === `uid-${row.name}`)).toBe(true);
  });

  it('records what was applied beside an object that is refused', async () => {
    onApply = async ({ metadata }) => {
      if (metadata.name === 'b') {
        throw new Error('denied the request');
      }
    };
    await expect(
      apply([configMap('a'), configMap('b'), configMap('c')]),
    ).rejects.toThrow('denied the request');
    expect(await states()).toEqual({
      a: 'applied',
      b: 'planned',
      c: 'applied',
    });
  });

  it('leaves out, in another run, what is there just so, and nothing else', async () => {
    await apply([configMap('a'), configMap('b'), configMap('c')]);
    await store.setObjectStates(
      { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop' },
      ['b'],
      'removed',
    );
    applied = [];
    await apply(
      [configMap('a'), configMap('b'), configMap('c', 'changed')],
      true,
    );
    expect(applied.sort()).toEqual(['b', 'c']);
    applied = [];
    await store.update({ state: 'Completed', endedAt: 'now' });
    const later = await migrations.insert({
      type: 'cutover',
      plan: { id: planId, input, volumes: [] },
    });
    const token = await migrations.claim(later, 'a', 1, 1000);
    store = new FencedMigrationStore(
      knex,
      new CredentialCipher('key'),
      later,
      planId,
      token!,
    );
    // somebody may have changed it since an earlier migration
    await apply([configMap('a')], true);
    expect(applied).toEqual(['a']);
  });

  it('writes nothing when the migration was taken over', async () => {
    await migrations.claim(migrationId, 'b', 5000, 1000);
    await expect(apply([configMap('a')])).rejects.toBeInstanceOf(LeaseLost);
    expect(applied).toEqual([]);
  });
});
