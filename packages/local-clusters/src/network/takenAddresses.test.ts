/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createServer, type AddressInfo } from 'node:net';
import { instanceOf } from '../instance';
import { refuseTakenPort, takenBy } from './takenAddresses';

describe('takenBy', () => {
  const instance = instanceOf(7, '/srv/state');
  const bridge = { ifname: 'mig7', addr_info: [{ local: '10.201.7.1' }] };
  const other = { ifname: 'eth0', addr_info: [{ local: '10.201.70.1' }] };

  it('is nobody where the bridge alone has the addresses', () => {
    expect(
      takenBy(
        instance,
        [bridge, other, { ifname: 'lo' }],
        [
          { dst: 'default', dev: 'eth0' },
          { dst: '10.201.7.0/24', dev: 'mig7' },
        ],
      ),
    ).toBeUndefined();
  });

  it('is an interface with one of them', () => {
    const vpn = { ifname: 'tun0', addr_info: [{ local: '10.201.7.200' }] };
    expect(takenBy(instance, [bridge, vpn], [])).toBe(
      'interface tun0 has the address 10.201.7.200',
    );
  });

  it('is a route that leads elsewhere', () => {
    expect(
      takenBy(instance, [], [{ dst: '10.201.7.0/24', dev: 'docker0' }]),
    ).toBe('a route to 10.201.7.0/24 leads to docker0');
  });
});

describe('refuseTakenPort', () => {
  it('names the address, who wants it and how to find who has it', async () => {
    const server = createServer();
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const asked = refuseTakenPort('127.0.0.1', port, 'The image registry');
    await expect(asked).rejects.toThrow(
      `The image registry needs 127.0.0.1:${port}, where another process listens (ss -ltnp`,
    );
    await new Promise(resolve => {
      server.close(resolve);
    });
    await expect(
      refuseTakenPort('127.0.0.1', port, 'The image registry'),
    ).resolves.toBeUndefined();
  });
});
