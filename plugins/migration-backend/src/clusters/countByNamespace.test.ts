/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterError,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { countByNamespace } from './countByNamespace';

const pod = (namespace: string, phase: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { namespace, name: 'x' },
  status: { phase },
});
const client = (pages: () => AsyncIterable<KubernetesObject[]>) => ({
  listPages: pages,
});

describe('countByNamespace', () => {
  it('counts over all pages, and those that run', async () => {
    const counts = await countByNamespace(
      client(async function* pages() {
        yield [pod('a', 'Running'), pod('b', 'Pending')];
        yield [pod('a', 'Succeeded')];
      }),
      'Pod',
    );
    expect(Object.fromEntries(counts!.all)).toEqual({ a: 2, b: 1 });
    expect(Object.fromEntries(counts!.running)).toEqual({ a: 1 });
  });

  it('does not know when it may not list, and stops at too many', async () => {
    const refused = (statusCode: number) =>
      client(async function* pages() {
        throw new ClusterError('no', statusCode, 'X', 'east');
      });
    expect(await countByNamespace(refused(403), 'Pod')).toBeUndefined();
    await expect(countByNamespace(refused(500), 'Pod')).rejects.toThrow('no');
    let asked = 0;
    const page = Array.from({ length: 60_000 }, () => pod('a', 'Running'));
    const endless = client(async function* pages() {
      for (;;) {
        asked += 1;
        yield page;
      }
    });
    expect(await countByNamespace(endless, 'Pod')).toBeUndefined();
    expect(asked).toBe(2);
  });
});
