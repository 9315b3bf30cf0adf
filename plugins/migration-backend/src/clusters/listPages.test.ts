/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubeConfig } from '@kubernetes/client-node';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { KubernetesClusterClient } from './KubernetesClusterClient';

/** An API server that forgets a continue token once, as etcd's compaction makes it. */
describe('a list that is longer than a page', () => {
  let server: Server;
  let client: KubernetesClusterClient;
  let asked: string[];
  const item = (n: number) => ({ metadata: { name: `c${n}`, uid: `u${n}` } });

  beforeEach(async () => {
    asked = [];
    let forgotten = false;
    server = createServer((request, response) => {
      const url = new URL(request.url!, 'http://x');
      const answer = (status: number, body: object) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      };
      if (url.pathname === '/api/v1') {
        answer(200, {
          resources: [
            {
              name: 'configmaps',
              kind: 'ConfigMap',
              namespaced: true,
              verbs: ['list'],
            },
          ],
        });
      } else if (url.pathname === '/apis') {
        answer(200, { groups: [] });
      } else {
        const token = url.searchParams.get('continue') ?? '';
        asked.push(token);
        if (token === 'second' && !forgotten) {
          forgotten = true;
          answer(410, { kind: 'Status', reason: 'Expired', message: 'old' });
        } else if (token === '') {
          // one came between the two lists
          answer(200, {
            items: forgotten ? [item(0), item(1), item(2)] : [item(1), item(2)],
            metadata: { continue: 'second' },
          });
        } else {
          answer(200, { items: [item(3)], metadata: {} });
        }
      }
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const config = new KubeConfig();
    config.loadFromClusterAndUser(
      {
        name: 'c',
        server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        skipTLSVerify: true,
      },
      { name: 'u' },
    );
    client = new KubernetesClusterClient('c', config);
  });

  afterEach(() => server.close());

  it('starts again when it has expired, and gives out nothing twice', async () => {
    const pages = client.listPages(
      { apiVersion: 'v1', kind: 'ConfigMap' },
      { namespace: 'shop' },
    );
    const names: string[] = [];
    for await (const page of pages) {
      names.push(...page.map(({ metadata }) => metadata.name));
    }
    expect(names).toEqual(['c1', 'c2', 'c0', 'c3']);
    expect(asked).toEqual(['', 'second', '', 'second']);
  });
});
