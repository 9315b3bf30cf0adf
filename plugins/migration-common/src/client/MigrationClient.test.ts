/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { MigrationClient } from './MigrationClient';

describe('MigrationClient', () => {
  let server: Server;
  let client: MigrationClient;
  let seen: Array<Pick<IncomingMessage, 'method' | 'url'> & { body: string }>;
  let answer: { status: number; body?: unknown };

  beforeEach(async () => {
    seen = [];
    server = createServer((req, res) => {
      let body = '';
      req.on('data', chunk => {
        body += chunk;
      });
      req.on('end', () => {
        seen.push({ method: req.method, url: req.url, body });
        res.writeHead(answer.status, { 'content-type': 'application/json' });
        res.end(answer.body && JSON.stringify(answer.body));
      });
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    client = new MigrationClient({
      discoveryApi: {
        getBaseUrl: async plugin => `http://127.0.0.1:${port}/api/${plugin}`,
      },
      fetchApi: { fetch },
    });
  });
  afterEach(
    () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  );

  it('asks what the document tells, names kept whole', async () => {
    answer = { status: 200, body: { items: [{ name: 'a' }], totalItems: 1 } };
    expect(await client.listClusters()).toEqual([{ name: 'a' }]);
    await client.listNamespaces('a/b', { name: 'sh op' });
    await client.listPlans({ namespace: 'shop', limit: 5 });
    await client.startMigration('p1', { type: 'stage' });
    expect(seen).toEqual([
      { method: 'GET', url: '/api/migration/clusters', body: '' },
      {
        method: 'GET',
        url: '/api/migration/clusters/a%2Fb/namespaces?name=sh%20op',
        body: '',
      },
      {
        method: 'GET',
        url: '/api/migration/plans?namespace=shop&limit=5',
        body: '',
      },
      {
        method: 'POST',
        url: '/api/migration/plans/p1/migrations',
        body: '{"type":"stage"}',
      },
    ]);
  });

  it('gives nothing where nothing is answered', async () => {
    answer = { status: 204 };
    expect(await client.deletePlan('p1')).toBeUndefined();
  });

  it("throws the server's own message", async () => {
    answer = {
      status: 409,
      body: {
        error: { name: 'ConflictError', message: 'A stage of this plan runs' },
        response: { statusCode: 409 },
      },
    };
    await expect(client.getPlan('p1')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 409,
      cause: { name: 'ConflictError', message: 'A stage of this plan runs' },
    });
  });
});
