/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PreviewedObject } from '@namespace-migration/plugin-migration-common';
import { Knex } from 'knex';
import { CredentialCipher } from '../clusters/CredentialCipher';
import { nothingCounted } from '../plans/preview/tally';
import { testDatabases } from '../testing/databases';
import { DatabasePlanStore } from './DatabasePlanStore';
import {
  DatabasePreviewStore,
  PREVIEW_LOST_MS,
  PreviewGone,
} from './DatabasePreviewStore';

const databases = testDatabases();
const found = { counts: nothingCounted(), conditions: [] };
const entry = (
  name: string,
  over: Partial<PreviewedObject> = {},
): PreviewedObject => ({
  object: { apiVersion: 'v1', kind: 'ConfigMap', name },
  action: 'create',
  wave: 1,
  outcome: 'create',
  diff: [{ path: '', op: 'add', after: 'PASSWORD' }],
  ...over,
});

describe.each(databases.ids)('DatabasePreviewStore on %s', id => {
  let knex: Knex;
  let store: DatabasePreviewStore;
  let planId: string;
  const begin = () => store.begin(planId, 'hash', nothingCounted());

  beforeEach(async () => {
    knex = await databases.emptied(id);
    store = new DatabasePreviewStore(knex, new CredentialCipher('key'));
    planId = await new DatabasePlanStore(knex).insert(
      {
        name: 'move-shop',
        source: 'old',
        destination: 'new',
        namespaces: [{ source: 'shop' }],
      },
      { volumes: [], conditions: [] },
    );
  }, 240_000);

  it('has one that runs, whoever asks at the same time', async () => {
    const runs = await Promise.all([begin(), begin(), begin()]);
    expect(runs.filter(Boolean)).toHaveLength(1);
    expect(await begin()).toBeUndefined();
    expect(await store.get(planId)).toMatchObject({
      state: 'running',
      planHash: 'hash',
    });
  });

  it('pages what was found, filtered, in its order, encrypted', async () => {
    const run = (await begin())!;
    await store.add(planId, run, 0, [entry('a'), entry('b')], found);
    await store.add(
      planId,
      run,
      2,
      [entry('c', { outcome: 'refused' }), entry('d')],
      found,
    );
    const names = async (filter: object) => {
      const { items, totalItems } = await store.objects(planId, {
        limit: 2,
        offset: 0,
        ...filter,
      });
      return [totalItems, ...items.map(({ object }) => object.name)];
    };
    expect(await names({})).toEqual([4, 'a', 'b']);
    expect(await names({ offset: 2 })).toEqual([4, 'c', 'd']);
    expect(await names({ outcome: 'refused' })).toEqual([1, 'c']);
    expect(await names({ kind: 'Secret' })).toEqual([0]);
    expect(
      JSON.stringify(await knex('preview_objects').select()),
    ).not.toContain('PASSWORD');
  });

  it('counts one that was not heard of for long as failed, and lets another begin', async () => {
    const run = (await begin())!;
    await store.add(planId, run, 0, [entry('a')], found);
    await knex('previews').update({
      heartbeat: Date.now() - PREVIEW_LOST_MS - 1,
    });
    expect(await store.get(planId)).toMatchObject({
      state: 'failed',
      endedAt: expect.any(String),
      conditions: [{ type: 'PreviewInterrupted' }],
    });
    const next = (await begin())!;
    expect(await store.objects(planId, { limit: 1, offset: 0 })).toMatchObject({
      totalItems: 0,
    });
    await expect(store.beat(planId, run)).rejects.toThrow(PreviewGone);
    await expect(
      store.add(planId, run, 1, [entry('b')], found),
    ).rejects.toThrow(PreviewGone);
    await store.end(planId, next, 'completed', found);
    expect(await store.get(planId)).toMatchObject({
      state: 'completed',
      conditions: [],
    });
    await expect(store.beat(planId, next)).rejects.toThrow(PreviewGone);
  });

  it('goes with its plan', async () => {
    const run = (await begin())!;
    await store.add(planId, run, 0, [entry('a')], found);
    await new DatabasePlanStore(knex).delete(planId);
    expect(await store.get(planId)).toBeUndefined();
    await expect(store.beat(planId, run)).rejects.toThrow(PreviewGone);
    expect(await knex('preview_objects').select()).toEqual([]);
  });
});
