/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MoverOutcome } from '@namespace-migration/plugin-migration-common';
import { Movers } from '../testing/movers';

jest.setTimeout(120_000);

const MIB = 1024 * 1024;

describe('passes over blocks', () => {
  let movers: Movers;
  let source: string;
  let destination: string;
  beforeEach(() => {
    movers = new Movers();
    source = join(movers.source, 'disk');
    destination = join(movers.destination, 'disk');
  });
  afterEach(() => movers.close());

  const volume = () => ({
    name: 'volume',
    path: source,
    mode: 'Block' as const,
  });
  const send = (options: object = {}) =>
    movers.sendConfig({ volume: volume(), ...options });
  const compare = () => movers.compareConfig({ volume: volume() });
  const digest = (file: string, bytes?: number) =>
    createHash('sha256')
      .update(readFileSync(file).subarray(0, bytes))
      .digest('hex');

  async function pass(options?: object) {
    const outcome = await movers.outcome(send(options));
    return outcome as MoverOutcome & { kind: 'pass' };
  }

  it('bring a disk across, then only what was written since', async () => {
    // 37.5 MiB: random, empty, random, and an end that is no whole chunk
    movers.shell(
      'truncate -s 39321600 disk; dd if=/dev/urandom of=disk bs=1M count=5 conv=notrunc status=none; dd if=/dev/urandom of=disk bs=512K seek=70 count=5 conv=notrunc status=none',
    );
    movers.shell('truncate -s 41943040 disk', movers.destination);
    await movers.receive(1, destination);

    const first = await pass({ pass: 'bulk' });
    expect(first).toMatchObject({ bytesTotal: 39321600, attempts: 1 });
    // 5 chunks before the hole and 3 behind it, of which the last is half
    expect(first.bytesSent).toBe(7.5 * MIB);
    expect(digest(destination, 39321600)).toBe(digest(source));
    expect(statSync(destination).size).toBe(41943040);
    // the hole was not filled
    expect(statSync(destination).blocks * 512).toBeLessThan(9 * MIB);

    movers.shell(
      'printf x | dd of=disk bs=1 seek=20000000 conv=notrunc status=none',
    );
    expect((await pass()).bytesSent).toBe(MIB);
    expect(digest(destination, 39321600)).toBe(digest(source));
    expect((await pass()).bytesSent).toBe(0);
    expect(await movers.outcome(compare())).toMatchObject({
      kind: 'compared',
      mode: 'full',
      bytes: 39321600,
      differences: 0,
    });
  });

  it('find one byte that differs, and leave it to the next pass', async () => {
    movers.shell('dd if=/dev/urandom of=disk bs=1M count=8 status=none');
    movers.shell('cp ../source/disk disk', movers.destination);
    movers.shell(
      'printf "\\377\\000\\377\\001" | dd of=disk bs=1 seek=3500000 conv=notrunc status=none',
      movers.destination,
    );
    const before = digest(destination);
    await movers.receive(1, destination);
    const { lines, result } = await movers.run(compare());
    expect(result).toMatchObject({ ok: true, outcome: { differences: 1 } });
    expect(lines.filter(({ type }) => type === 'difference')).toEqual([
      expect.objectContaining({
        path: 'bytes 3145728 to 4194303',
        field: 'content',
      }),
    ]);
    expect(digest(destination)).toBe(before);
    expect((await pass()).bytesSent).toBe(MIB);
    expect(digest(destination)).toBe(digest(source));
  });

  it('name a destination that is too small, and write nothing into it', async () => {
    movers.shell('dd if=/dev/urandom of=disk bs=1M count=2 status=none');
    movers.shell('truncate -s 1500000 disk', movers.destination);
    const before = digest(destination);
    await movers.receive(1, destination);
    expect((await movers.run(send())).result).toMatchObject({
      ok: false,
      error: {
        reason: 'NoSpaceOnDestination',
        message: expect.stringContaining(
          'has 1500000 bytes and the source 2097152',
        ),
      },
    });
    expect(digest(destination)).toBe(before);
  });

  it('never take a device that is not there for an empty one, on either side', async () => {
    await movers.receive(1, destination);
    expect((await movers.run(send())).result).toMatchObject({
      ok: false,
      error: { reason: 'SourceNotMounted' },
    });
    movers.shell('truncate -s 1M disk');
    expect((await movers.run(send())).result).toMatchObject({ ok: false });
    expect(movers.read('ls -A', movers.destination)).toBe('');
  });

  it('go on in the same pass when the receiver is killed and comes back, and send nothing twice', async () => {
    movers.shell('dd if=/dev/urandom of=disk bs=1M count=24 status=none');
    movers.shell('truncate -s 24M disk', movers.destination);
    const receiver = await movers.receive(1, destination);
    const { child, ended } = movers.start(
      send({ bandwidthLimitKiB: 6 * 1024, deadlineSeconds: 30 }),
    );
    await movers.until(() => movers.progressOf(child) > 6 * MIB);
    receiver.kill('SIGKILL');
    await movers.until(() => receiver.signalCode !== null);
    await movers.receive(1, destination);
    const { result } = await ended;
    const outcome = (result as any).outcome;
    expect(outcome.attempts).toBeGreaterThan(1);
    // what was under way when it was killed is all that may go twice
    expect(outcome.bytesSent).toBeLessThan(32 * MIB);
    expect(digest(destination)).toBe(digest(source));
  });

  it('carry a disk without any bytes', async () => {
    movers.shell('touch disk');
    movers.shell('touch disk', movers.destination);
    await movers.receive(1, destination);
    expect(await pass()).toMatchObject({ bytesTotal: 0, bytesSent: 0 });
    expect(await movers.outcome(compare())).toMatchObject({ differences: 0 });
  });
});
