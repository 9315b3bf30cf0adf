/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { once } from 'node:events';
import {
  AddressInfo,
  connect as connectTcp,
  createServer as createTcpServer,
} from 'node:net';
import { connect as connectTls } from 'node:tls';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  MoverHello,
  parseMoverResult,
  receiverName,
} from '@namespace-migration/plugin-migration-common';
import { dial } from './dial';
import { Keys, MIGRATION, Movers } from './testing/movers';

jest.setTimeout(60_000);

describe('connections', () => {
  let movers: Movers;
  beforeEach(async () => {
    movers = new Movers();
    await movers.receive();
    movers.makeKeys('foreign');
    movers.shell('echo data > file');
  });
  afterEach(() => {
    // Whatever was tried, nothing was written.
    const written = movers.read('ls -A', movers.destination);
    movers.close();
    expect(written).toBe('');
  });

  const hello = (rest: Partial<MoverHello> | object): MoverHello =>
    ({
      migrationId: MIGRATION,
      fencingToken: 1,
      sender: 'test',
      op: 'probe',
      ...rest,
    } as MoverHello);

  function dialWith(rest: object, keys?: Keys) {
    return dial({
      endpoint: { kind: 'direct', host: '127.0.0.1', port: movers.port },
      peerName: receiverName(MIGRATION),
      keys: movers.keys(keys),
      hello: hello(rest),
    });
  }

  it('are made between the two movers of a migration', async () => {
    const socket = await dialWith({});
    expect(socket.getProtocol()).toBe('TLSv1.3');
    socket.destroy();
    const { result } = await movers.run({
      ...movers.compareConfig(),
      role: 'probe',
    });
    expect(result).toMatchObject({ ok: true, outcome: { kind: 'probed' } });
  });

  const strangers: Array<[string, Keys, string]> = [
    [
      'a sender of another migration',
      { authority: 'foreign' },
      'CertificateRejected',
    ],
    [
      'another name of the same authority',
      { role: 'other' },
      'CertificateRejected',
    ],
    ["the receiver's own keys", { role: 'receive' }, 'CertificateRejected'],
  ];
  it.each(strangers)('are refused to %s', async (_, keys, reason) => {
    const startedAt = Date.now();
    const { result } = await movers.run(
      movers.sendConfig({ deadlineSeconds: 20 }),
      keys,
    );
    expect(result).toMatchObject({ ok: false, error: { reason } });
    // Refusals that time does not mend are not tried again.
    expect(Date.now() - startedAt).toBeLessThan(15_000);
  });

  it('are refused to a receiver whose certificate has another name, whatever its address', async () => {
    const { result } = await movers.run(
      movers.sendConfig({ peerName: 'somebody.else' }),
    );
    expect(result).toMatchObject({
      ok: false,
      error: { reason: 'CertificateRejected' },
    });
  });

  it('name a route to what stands in front, and still prove the receiver itself', async () => {
    const seen: string[] = [];
    const router = createTcpServer(socket => {
      socket.once('data', first => {
        seen.push(first.toString('latin1'));
        const onward = connectTcp(movers.port, '127.0.0.1');
        onward.write(first);
        socket.pipe(onward).pipe(socket);
        onward.on('error', () => socket.destroy());
        socket.on('error', () => onward.destroy());
      });
    });
    router.listen(0, '127.0.0.1');
    await once(router, 'listening');
    movers.onClose(() => router.close());
    const endpoint = {
      kind: 'direct' as const,
      host: '127.0.0.1',
      port: (router.address() as AddressInfo).port,
      serverName: 'shop.apps.example.org',
    };
    const probe = {
      ...movers.compareConfig({ endpoint }),
      role: 'probe' as const,
    };
    expect((await movers.run(probe)).result).toMatchObject({ ok: true });
    expect(seen[0]).toContain('shop.apps.example.org');
    expect(seen[0]).not.toContain(receiverName(MIGRATION));
    const elsewhere = await movers.run({ ...probe, peerName: 'somebody.else' });
    expect(elsewhere.result).toMatchObject({
      ok: false,
      error: { reason: 'CertificateRejected' },
    });
  });

  it('need TLS 1.3 and a client certificate', async () => {
    const { ca, cert, key } = movers.keys();
    const outcome = async (options: object) => {
      const socket = connectTls({
        host: '127.0.0.1',
        port: movers.port,
        servername: receiverName(MIGRATION),
        ca,
        ...options,
      });
      socket.on('secureConnect', () =>
        socket.write(`${JSON.stringify(hello({}))}\n`),
      );
      return new Promise<string>(resolve => {
        socket.on('data', data => resolve(`answered ${data}`));
        socket.on('error', (error: NodeJS.ErrnoException) =>
          resolve(error.code ?? error.message),
        );
        socket.on('close', () => resolve('closed'));
      });
    };
    expect(await outcome({ cert, key })).toMatch(/^answered .*true/);
    expect(await outcome({ cert, key, maxVersion: 'TLSv1.2' })).toMatch(
      /PROTOCOL_VERSION/,
    );
    expect(await outcome({})).toMatch(/CERTIFICATE_REQUIRED|ECONNRESET|closed/);
  });

  it('end when they do not speak the protocol, and harm nobody else', async () => {
    const plain = connectTcp(movers.port, '127.0.0.1');
    plain.on('error', () => undefined);
    plain.write('GET / HTTP/1.1\r\n\r\n');
    await once(plain, 'close');
    for (const bad of [
      { op: 'shell' },
      { op: 'rsync', volume: 'volume' },
      { op: 'rsync', volume: 'volume', args: [1] },
      { op: 'manifest', volume: 'volume', mode: 'full', parallelism: 1e9 },
      { op: 'links' },
      { fencingToken: undefined },
      { sender: undefined },
      { fencingToken: 'x' },
      { migrationId: 'another' },
      { op: 'probe', padding: 'x'.repeat(100_000) },
    ]) {
      await expect(dialWith(bad)).rejects.toMatchObject({
        reason: expect.stringMatching(/HelloRefused|ReceiverFailed/),
      });
    }
    await expect(
      dialWith({ op: 'links', volume: 'other' }),
    ).rejects.toMatchObject({
      reason: 'UnknownVolume',
    });
    (await dialWith({})).destroy();
  });

  const serving = '-lHogDtpAXrSe.LsfxCIvu';
  it.each([
    ['a sending server', ['--server', '--sender', serving, '.', '/']],
    ['a daemon', ['--server', '--daemon', '.']],
    [
      'arguments past the check',
      ['--server', '-slHogDtpAXrSe.LsfxCIvu', '.', '/'],
    ],
    [
      'a list of files',
      ['--server', serving, '--files-from=/etc/passwd', '.', '/'],
    ],
    ['a log file', ['--server', serving, '--log-file=/etc/cron.d/x', '.', '/']],
    [
      'a directory for temporary files',
      ['--server', serving, '--temp-dir', '/etc', '.', '/'],
    ],
    [
      'another directory to link with',
      ['--server', serving, '--link-dest=/etc', '.', '/'],
    ],
    [
      'removal of sources',
      ['--server', serving, '--remove-source-files', '.', '/'],
    ],
    ['another program', ['--server', serving, '--rsync-path=sh', '.', '/']],
    ['more than one path', ['--server', serving, '.', '/', '/etc']],
    ['nothing', []],
  ])('do not start rsync as %s', async (_, args) => {
    await expect(
      dialWith({ op: 'rsync', volume: 'volume', pass: 'final', args }),
    ).rejects.toMatchObject({ reason: 'HelloRefused' });
    expect(movers.rsyncs()).toEqual([]);
  });

  it('name an endpoint that does not answer, within the deadline, in the termination message too', async () => {
    const { result } = await movers.run(
      movers.sendConfig({
        endpoint: { kind: 'direct', host: '127.0.0.1', port: 1 },
        deadlineSeconds: 2,
      }),
    );
    expect(result).toMatchObject({
      ok: false,
      error: {
        reason: 'EndpointUnreachable',
        message: expect.stringContaining('127.0.0.1:1'),
      },
    });
    const kept = readFileSync(join(movers.dir, 'termination-send'), 'utf8');
    expect(parseMoverResult(kept)).toMatchObject({
      ok: false,
      error: { reason: 'EndpointUnreachable' },
    });
  });
});
