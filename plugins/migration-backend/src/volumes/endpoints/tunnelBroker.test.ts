/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';
import { tunnel } from '@namespace-migration/mover';
import { TunnelBroker } from './tunnelBroker';

/** Real sockets on loopback: the mover's own half of the tunnel, and a receiver that echoes. */
// 18 MB through four sockets and back take longer than 5 s on a machine that is busy
jest.setTimeout(60_000);

describe('TunnelBroker', () => {
  const closers: Array<() => unknown> = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) {
      await close();
    }
  });

  async function listen(onSocket: (socket: Socket) => void): Promise<number> {
    const server: Server = createServer(onSocket).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closers.push(() => server.close());
    return (server.address() as AddressInfo).port;
  }

  async function dial(port: number): Promise<Socket> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  }

  async function start(options: {
    receiverPort: number;
    idleSeconds?: number;
    dialDestination?: () => Promise<Socket>;
  }) {
    const mover = await tunnel({ localPort: 0, portalPort: 0 });
    closers.push(() => mover.close());
    const problems: string[] = [];
    let dialled = 0;
    const broker = new TunnelBroker({
      dialSource: () => {
        dialled += 1;
        return dial(mover.portalPort);
      },
      dialDestination:
        options.dialDestination ?? (() => dial(options.receiverPort)),
      idleSeconds: options.idleSeconds,
      onProblem: problem => problems.push(problem.message),
    });
    broker.start();
    closers.push(() => broker.stop());
    return { mover, broker, problems, dialled: () => dialled };
  }

  async function echoed(port: number, sent: Buffer): Promise<Buffer> {
    const socket = await dial(port);
    const received: Buffer[] = [];
    let missing = sent.length;
    socket.write(sent);
    // Port-forwards know no half-closed connections, so the one who has all hangs up.
    for await (const chunk of socket) {
      received.push(chunk);
      missing -= chunk.length;
      if (missing <= 0) {
        break;
      }
    }
    return Buffer.concat(received);
  }

  it('carries more connections at once than it keeps waiting, byte for byte', async () => {
    const receiverPort = await listen(socket => socket.pipe(socket));
    const { mover, broker, problems } = await start({ receiverPort });
    const sent = Array.from({ length: 6 }, () => randomBytes(3_000_000));
    const got = await Promise.all(
      sent.map(bytes => echoed(mover.localPort, bytes)),
    );
    got.forEach((bytes, index) => expect(bytes.equals(sent[index])).toBe(true));
    expect(problems).toEqual([]);
    await broker.stop();
    expect(broker.carrying).toBe(0);
  });

  it('does not run ahead of a receiver that reads slowly', async () => {
    let held: Socket | undefined;
    const receiverPort = await listen(socket => {
      held = socket;
      socket.pause();
    });
    const { mover } = await start({ receiverPort });
    const socket = await dial(mover.localPort);
    closers.push(() => socket.destroy());
    let accepted = 0;
    const block = Buffer.alloc(1_000_000);
    for (let i = 0; i < 100; i += 1) {
      if (!socket.write(block)) {
        const drained = await Promise.race([
          once(socket, 'drain').then(() => true),
          new Promise<boolean>(resolve =>
            setTimeout(() => resolve(false), 500),
          ),
        ]);
        if (!drained) break;
      }
      accepted += block.length;
    }
    expect(accepted).toBeLessThan(60_000_000);
    held?.destroy();
  });

  it('closes the connection of a mover whose receiver cannot be dialled, says why, and serves the next', async () => {
    const receiverPort = await listen(socket => socket.pipe(socket));
    let refuse = true;
    const { mover, problems } = await start({
      receiverPort,
      dialDestination: async () => {
        if (refuse) {
          refuse = false;
          throw new Error('pod is gone');
        }
        return dial(receiverPort);
      },
    });
    const lost = await echoed(mover.localPort, Buffer.from('first')).catch(() =>
      Buffer.alloc(0),
    );
    expect(lost).toHaveLength(0);
    expect(problems).toEqual(['pod is gone']);
    const second = await echoed(mover.localPort, Buffer.from('second'));
    expect(second.toString()).toBe('second');
  });

  it('replaces streams that have waited too long, and ends all of them when it is stopped', async () => {
    const receiverPort = await listen(socket => socket.pipe(socket));
    const { mover, broker, dialled } = await start({
      receiverPort,
      idleSeconds: 0.2,
    });
    await new Promise(resolve => setTimeout(resolve, 700));
    expect(dialled()).toBeGreaterThanOrEqual(4);
    const answer = await echoed(mover.localPort, Buffer.from('still here'));
    expect(answer.toString()).toBe('still here');
    await broker.stop();
    const after = dialled();
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(dialled()).toBe(after);
  });

  it('refuses a port that does not speak its protocol', async () => {
    const strange = await listen(socket => socket.write('SSH-2.0-x\r\n'));
    const problems: string[] = [];
    const broker = new TunnelBroker({
      dialSource: () => dial(strange),
      dialDestination: () => Promise.reject(new Error('must not be dialled')),
      idleStreams: 1,
      onProblem: problem => problems.push(problem.message),
    });
    broker.start();
    await new Promise(resolve => setTimeout(resolve, 200));
    await broker.stop();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/another program/);
  });
});
