/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Wave } from '@namespace-migration/plugin-migration-common';
import { TestBed } from './testBed';

const namespace = 'shop-wave-a';
const parts = ['a', 'b', 'c'];
const of = (part: string) => `shop-wave-${part}`;

describe('a wave', () => {
  let bed: TestBed;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    bed = await TestBed.start(7311, namespace, { fixture: false });
    for (const part of parts) {
      if (of(part) !== namespace) {
        await bed.call(bed.source, '/api/v1/namespaces', 'POST', {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: of(part) },
        });
      }
      await bed.call(
        bed.source,
        `/api/v1/namespaces/${of(part)}/configmaps`,
        'POST',
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'settings' },
          data: { part },
        },
      );
      const destination = `${of(part)}-moved`;
      const plan = await bed.plan(`wave-${part}`, destination, {
        namespaces: [{ source: of(part), destination }],
      });
      ids[part] = plan.id;
    }
  });

  afterAll(async () => {
    for (const part of parts) {
      await bed?.call(bed.source, `/api/v1/namespaces/${of(part)}`, 'DELETE');
    }
    await bed?.close();
  });

  const migrations = async () =>
    (
      await Promise.all(
        parts.map(part => bed.backend.api.listMigrations(ids[part])),
      )
    ).flat();

  it('goes on where a killed backend left it, one plan at a time, each once and after what it needs', async () => {
    const { backend } = bed;
    const { id } = await backend.api.createWave({
      name: 'evening',
      type: 'cutover',
      concurrency: 1,
      plans: [
        { planId: ids.a, after: [ids.c] },
        { planId: ids.b },
        { planId: ids.c },
      ],
    });
    const until = async (
      what: string,
      check: (wave: Wave) => boolean,
    ): Promise<Wave> => {
      let wave: Wave;
      await bed.until(
        what,
        async () => {
          wave = await backend.api.getWave(id);
          return check(wave);
        },
        240,
      );
      return wave!;
    };
    await until(
      'the second plan runs',
      ({ counts }) => counts.Succeeded === 1 && counts.Running === 1,
    );
    await backend.kill();
    await backend.start();
    const ended = await until('the wave has ended', ({ endedAt }) =>
      Boolean(endedAt),
    );
    expect(ended).toMatchObject({
      state: 'Completed',
      counts: { plans: 3, Succeeded: 3 },
    });
    const runs = (await migrations()).sort((one, other) =>
      one.createdAt < other.createdAt ? -1 : 1,
    );
    expect(runs.map(({ planId, state }) => [planId, state])).toEqual(
      ['b', 'c', 'a'].map(part => [ids[part], 'Completed']),
    );
    for (const [index, run] of runs.slice(1).entries()) {
      expect(run.createdAt > runs[index].endedAt!).toBe(true);
    }
    for (const part of parts) {
      const settings = await bed.call(
        bed.destination,
        `/api/v1/namespaces/${of(part)}-moved/configmaps/settings`,
      );
      expect(settings.data).toEqual({ part });
    }
    expect(await bed.leftovers()).toEqual([]);
  });

  it('keeps why a plan could not be started, and goes on without it when it is resumed', async () => {
    const { api } = bed.backend;
    const { id } = await api.createWave({
      type: 'cutover',
      plans: [{ planId: ids.a }, { planId: ids.b }],
    });
    await bed.until(
      'the wave stops',
      async () => (await api.getWave(id)).state === 'Paused',
      30,
    );
    expect((await api.getWave(id)).plans).toMatchObject([
      {
        state: 'Refused',
        reason: expect.stringContaining('the destination is live'),
      },
      { state: 'Waiting' },
    ]);
    await api.resumeWave(id);
    await bed.until(
      'the wave is over',
      async () => (await api.getWave(id)).state === 'Failed',
      30,
    );
    expect((await api.getWave(id)).counts.Refused).toBe(2);
    expect(await migrations()).toHaveLength(3);
  });
});
