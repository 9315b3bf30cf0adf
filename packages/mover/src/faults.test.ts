/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { connect, createServer, Socket } from 'node:net';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import { Movers } from './testing/movers';

jest.setTimeout(90_000);

describe('faults', () => {
  let movers: Movers;
  beforeEach(async () => {
    movers = new Movers();
    await movers.receive();
    movers.shell(
      'head -c 40M /dev/urandom > big; for i in $(seq 500); do echo $i > small-$i; done',
    );
  });
  afterEach(() => movers.close());

  /** A pass that lasts some seconds and is under way. */
  async function passUnderWay(
    options: Parameters<Movers['sendConfig']>[0] = {},
  ) {
    const started = movers.start(
      movers.sendConfig({ bandwidthLimitKiB: 10_000, ...options }),
    );
    await movers.until(() => movers.progressOf(started.child) > 1_000_000);
    return started;
  }

  function rsyncOf(side: 'sender' | 'receiver'): number[] {
    return movers
      .rsyncs()
      .filter(line => line.includes('--server') === (side === 'receiver'))
      .map(line => Number(line.trim().split(/\s+/)[0]));
  }

  async function expectProven() {
    expect(await movers.differences()).toEqual([]);
    await movers.until(() => movers.rsyncs().length === 0);
  }

  it('goes on in the same pass when its rsync is killed, and does not send again what is there', async () => {
    const { ended } = await passUnderWay();
    await new Promise(resolve => setTimeout(resolve, 1500));
    process.kill(rsyncOf('sender')[0], 'SIGKILL');
    const { result } = await ended;
    expect(result).toMatchObject({ ok: true, outcome: { attempts: 2 } });
    const sent =
      result.ok && result.outcome.kind === 'pass'
        ? result.outcome.bytesSent
        : 0;
    expect(sent).toBeLessThan(35_000_000);
    await expectProven();
  });

  it('goes on with a new mover after the first was killed', async () => {
    const { child } = await passUnderWay();
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(await movers.outcome(movers.sendConfig())).toMatchObject({
      kind: 'pass',
    });
    await expectProven();
  });

  it('goes on in the same pass when the receiver is killed and comes back', async () => {
    const { ended } = await passUnderWay({ deadlineSeconds: 20 });
    movers.receiver!.kill('SIGKILL');
    await new Promise(resolve => setTimeout(resolve, 1500));
    await movers.receive();
    expect((await ended).result).toMatchObject({ ok: true });
    await expectProven();
  });

  it('goes on in the same pass when the network drops every connection', async () => {
    const through = new Set<Socket>();
    const relay = createServer(socket => {
      const onward = connect(movers.port, '127.0.0.1');
      for (const end of [socket, onward]) {
        through.add(end);
        end.on('error', () => undefined);
        end.once('close', () =>
          [socket, onward].forEach(other => other.destroy()),
        );
      }
      socket.pipe(onward).pipe(socket);
    }).listen(0, '127.0.0.1');
    await once(relay, 'listening');
    movers.onClose(() => relay.close());
    const { port } = relay.address() as AddressInfo;
    const { ended } = await passUnderWay({
      endpoint: { kind: 'direct', host: '127.0.0.1', port },
      deadlineSeconds: 20,
    });
    through.forEach(socket => socket.resetAndDestroy());
    const { result, lines } = await ended;
    expect(result).toMatchObject({ ok: true, outcome: { attempts: 2 } });
    expect(lines).toContainEqual(
      expect.objectContaining({
        type: 'log',
        message: expect.stringMatching(/^Attempt 1 .* goes on/),
      }),
    );
    await expectProven();
  });

  it('gives up at its deadline when the receiver stays away', async () => {
    const { ended } = await passUnderWay({ deadlineSeconds: 3 });
    movers.receiver!.kill('SIGKILL');
    expect((await ended).result).toMatchObject({
      ok: false,
      error: {
        reason: expect.stringMatching(/EndpointUnreachable|ConnectionBroken/),
        message: expect.stringContaining('Given up'),
      },
    });
  });

  it('lets a newer worker take over: nothing of the older writes when the newer starts', async () => {
    const old = await passUnderWay({ fencingToken: 1 });
    const before = rsyncOf('receiver');
    expect(before.length).toBeGreaterThanOrEqual(1);
    // A probe writes nothing, but it proves that there is a newer worker.
    await movers.outcome({
      ...movers.compareConfig(),
      role: 'probe',
      fencingToken: 2,
    });
    expect(rsyncOf('receiver')).toEqual([]);
    expect((await old.ended).result).toMatchObject({
      ok: false,
      error: { reason: 'StaleFencingToken' },
    });
    await movers.outcome(movers.sendConfig({ fencingToken: 2 }));
    expect(
      (await movers.run(movers.sendConfig({ fencingToken: 1 }))).result,
    ).toMatchObject({
      error: { reason: 'StaleFencingToken' },
    });
  });

  it('has one writer even when two senders of one worker come together, and the newer one wins', async () => {
    const first = await passUnderWay();
    const second = movers.start(
      movers.sendConfig({ bandwidthLimitKiB: 10_000 }),
    );
    let most = 0;
    const watching = setInterval(() => {
      // rsync's server is a generator and a receiver.
      most = Math.max(most, rsyncOf('receiver').length);
    }, 50);
    expect((await first.ended).result).toMatchObject({
      ok: false,
      error: { reason: 'SupersededSender' },
    });
    expect((await second.ended).result).toMatchObject({ ok: true });
    clearInterval(watching);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(2);
    await expectProven();
  });

  it('remembers the highest token over a restart of the receiver', async () => {
    await movers.outcome({
      ...movers.compareConfig(),
      role: 'probe',
      fencingToken: 7,
    });
    movers.receiver!.kill('SIGKILL');
    await once(movers.receiver!, 'close');
    await movers.receive(1);
    expect(
      (await movers.run(movers.sendConfig({ fencingToken: 6 }))).result,
    ).toMatchObject({
      error: { reason: 'StaleFencingToken' },
    });
    expect(movers.read('ls -A', movers.destination)).toBe('');
  });

  it('ends its children when it is told to end', async () => {
    const { child, ended } = await passUnderWay();
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({
      code: 143,
      result: { ok: false, error: { reason: 'Terminated' } },
    });
    await movers.until(() => movers.rsyncs().length === 0);
    movers.shell('head -c 40M /dev/urandom > more');
    const under = await passUnderWay();
    movers.receiver!.kill('SIGTERM');
    await once(movers.receiver!, 'close');
    await movers.until(() => rsyncOf('receiver').length === 0);
    under.child.kill('SIGKILL');
  });
});
