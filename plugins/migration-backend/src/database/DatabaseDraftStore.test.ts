/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { testDatabases } from '../testing/databases';
import { DatabaseDraftStore } from './DatabaseDraftStore';

const databases = testDatabases();
const me = 'user:default/me';
const other = 'user:default/other';

describe.each(databases.ids)('drafts of plans on %s', id => {
  let store: DatabaseDraftStore;

  beforeEach(async () => {
    const knex = await databases.emptied(id);
    await knex('plan_drafts').delete();
    store = new DatabaseDraftStore(knex);
  }, 240_000);

  it('come back as they were, the last changed first', async () => {
    const input = { name: 'shop', namespaces: [{ source: 'Ünlawful' }] };
    const first = await store.insert(me, { input, step: 'volumes' });
    const second = await store.insert(me, { input: {}, planId: 'p1' });
    expect(first).toMatchObject({ input, step: 'volumes' });
    expect(await store.get(me, second.id)).toEqual(second);
    await new Promise(resolve => setTimeout(resolve, 2));
    const changed = await store.update(me, first.id, { input: { name: 'x' } });
    expect(changed.input).toEqual({ name: 'x' });
    expect(changed.step).toBeUndefined();
    const listed = await store.list(me);
    expect(listed.map(draft => [draft.id, draft.name, draft.planId])).toEqual([
      [first.id, 'x', undefined],
      [second.id, undefined, 'p1'],
    ]);
    expect(listed[0]).not.toHaveProperty('input');
    await store.delete(me, first.id);
    await expect(store.get(me, first.id)).rejects.toThrow(/no draft/);
  });

  it('are not there for anybody else', async () => {
    const draft = await store.insert(me, { input: {} });
    expect(await store.list(other)).toEqual([]);
    for (const attempt of [
      store.get(other, draft.id),
      store.update(other, draft.id, { input: { name: 'theirs' } }),
      store.delete(other, draft.id),
    ]) {
      await expect(attempt).rejects.toMatchObject({ name: 'NotFoundError' });
    }
    expect(await store.get(me, draft.id)).toEqual(draft);
  });

  it('are bounded in size and number', async () => {
    await expect(
      store.insert(me, { input: { description: 'x'.repeat(2 ** 20) } }),
    ).rejects.toMatchObject({ name: 'InputError' });
    for (let n = 0; n < 50; n++) {
      await store.insert(me, { input: {} });
    }
    await expect(store.insert(me, { input: {} })).rejects.toMatchObject({
      name: 'ConflictError',
    });
    await store.insert(other, { input: {} });
  });
});
