/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { exampleSecrets, exampleStores } from './diagnosticsFixture';
import { Diagnostics } from './Diagnostics';

describe('Diagnostics', () => {
  it('has what happened, and none of the secrets that lie everywhere', async () => {
    const bundle = await new Diagnostics(exampleStores()).of('m1');
    expect(bundle).toMatchObject({
      migration: { id: 'm1' },
      plan: {
        input: {
          transforms: [
            { patch: [{ op: 'add', path: '/data/password', value: '***' }] },
          ],
        },
      },
      events: [{ message: expect.stringContaining('refused ***') }],
      hooks: [
        { name: 'call', http: { url: 'https://hooks.example.org/dump' } },
        { name: 'job', image: { image: 'tool:1', env: ['DB_PASSWORD'] } },
        { name: 'script', script: { image: 'tool:1' } },
      ],
      hookRuns: [{ outputs: ['api_token'], log: expect.any(String) }],
      pods: [
        { name: 'sender', log: expect.stringContaining('copied 3 files') },
      ],
      clusters: [
        { name: 'east', connection: { server: 'https://east:6443' } },
        { name: 'west' },
      ],
      repository: { name: 'bucket', location: { bucket: 'moves' } },
      missing: [],
    });
    const text = JSON.stringify(bundle);
    for (const [place, secret] of Object.entries(exampleSecrets)) {
      expect({ place, found: text.includes(secret) }).toEqual({
        place,
        found: false,
      });
      expect({
        place,
        found: text.includes(Buffer.from(secret).toString('base64')),
      }).toEqual({ place, found: false });
    }
  });

  it('names what could not be had', async () => {
    const stores = exampleStores();
    const bundle = await new Diagnostics({
      ...stores,
      inspection: {
        ...stores.inspection,
        log: async () => {
          throw new Error('the kubelet is away');
        },
      },
    }).of('m1');
    expect(bundle.missing).toEqual([
      'log of pod shop/sender on east: the kubelet is away',
    ]);
    expect(bundle.events).toHaveLength(1);
  });

  it('does not know every migration', async () => {
    await expect(
      new Diagnostics({
        ...exampleStores(),
        migrations: {
          ...exampleStores().migrations,
          get: async () => undefined,
        },
      }).of('absent'),
    ).rejects.toThrow('There is no migration absent');
  });
});
