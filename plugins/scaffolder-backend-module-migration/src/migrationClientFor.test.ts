/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { migrationClientFor } from './migrationClientFor';

describe('migrationClientFor', () => {
  let server: Server;
  let seen: Array<string | undefined>;

  beforeAll(async () => {
    seen = [];
    server = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.setHeader('content-type', 'application/json');
      response.end('{"items":[]}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(async () => {
    server.close();
    await once(server, 'close');
  });

  it("calls the migration plugin on behalf of the template's user", async () => {
    const auth = mockServices.auth();
    const credentials = mockCredentials.user('user:default/ada');
    const { port } = server.address() as AddressInfo;
    const api = migrationClientFor(
      {
        auth,
        discovery: mockServices.discovery.mock({
          getBaseUrl: async () => `http://127.0.0.1:${port}`,
        }),
      },
      credentials,
    );
    await api.listClusters();
    const token = seen[0]!.replace('Bearer ', '');
    // what the migration plugin finds in it
    const found = await mockServices
      .auth({ pluginId: 'migration' })
      .authenticate(token);
    expect(found.principal).toMatchObject({
      type: 'user',
      userEntityRef: 'user:default/ada',
    });
  });
});
