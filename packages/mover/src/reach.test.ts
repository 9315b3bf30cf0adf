/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { reach } from './reach';

const identity = { role: 'reach' as const, migrationId: 'm', fencingToken: 1 };

describe('reach', () => {
  // it tries three times
  jest.setTimeout(20_000);

  it('tells each server that does not answer, and a mount that cannot be read', async () => {
    const server = createServer(socket => socket.destroy());
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const closed = createServer();
    await new Promise<void>(resolve => closed.listen(0, '127.0.0.1', resolve));
    const { port: nobody } = closed.address() as AddressInfo;
    await new Promise(resolve => closed.close(resolve));
    const outcome = await reach({
      ...identity,
      servers: [
        { host: '127.0.0.1', port },
        { host: '127.0.0.1', port: nobody },
      ],
      volume: { name: 'data', path: '/no/such/mount' },
    });
    server.close();
    expect(outcome).toEqual({
      kind: 'reached',
      unreachable: [
        {
          target: `127.0.0.1:${nobody}`,
          error: expect.stringContaining('ECONNREFUSED'),
        },
        {
          target: '/no/such/mount',
          error: expect.stringContaining('ENOENT'),
        },
      ],
    });
  });

  it('is content with a mount that can be read', async () => {
    expect(
      await reach({
        ...identity,
        servers: [],
        volume: { name: 'data', path: tmpdir() },
      }),
    ).toEqual({ kind: 'reached', unreachable: [] });
  });
});
