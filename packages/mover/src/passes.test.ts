/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Movers } from './testing/movers';
import { LISTING, ODD_FILES } from './testing/oddFiles';

jest.setTimeout(90_000);

describe('passes', () => {
  let movers: Movers;
  beforeEach(async () => {
    movers = new Movers();
    await movers.receive();
  });
  afterEach(() => movers.close());

  /** Looks at both sides without the mover. */
  function expectEqualSides() {
    expect(movers.read(LISTING, movers.destination)).toBe(movers.read(LISTING));
  }

  it('bring odd files across, and later changes and deletions', async () => {
    movers.shell(ODD_FILES);
    const before = movers.read(LISTING);
    expect(await movers.outcome(movers.sendConfig())).toMatchObject({
      kind: 'pass',
      vanished: 0,
      changed: 0,
      attempts: 1,
    });
    expectEqualSides();
    expect(await movers.differences()).toEqual([]);

    movers.shell(`
      echo changed > plain; rm -r deep; rm owned; mkdir owned; echo in > owned/in
      rm symlink; echo now-a-file > symlink; rm -r empty-dir; echo f > empty-dir
      rm -r a; ln -s a.b a; rm fifo; mkdir fifo; setfattr -x user.colour attributes; setfacl -b acl; chmod 644 mode000
      rm hard-link; echo single > hard-link; printf Y | dd of=big bs=1 seek=77777 conv=notrunc status=none
      : > old; truncate -s 60M sparse; printf y | dd of=sparse bs=1 seek=40000000 conv=notrunc status=none
    `);
    expect(await movers.outcome(movers.sendConfig())).toMatchObject({
      deleted: expect.any(Number),
      filesSent: expect.any(Number),
    });
    expectEqualSides();
    expect(await movers.differences()).toEqual([]);

    const third = await movers.outcome(movers.sendConfig());
    expect(third).toMatchObject({ filesSent: 0, deleted: 0 });
    expect(third.kind === 'pass' && third.bytesSent).toBeLessThan(20_000);
    expect(before).not.toBe(movers.read(LISTING));
  });

  it('keep sparse files sparse, also where they become sparse later', async () => {
    movers.shell('truncate -s 200M sparse; head -c 20M /dev/urandom > holes');
    await movers.outcome(movers.sendConfig());
    const blocks = () =>
      movers
        .read('stat -c %b sparse holes', movers.destination)
        .split('\n')
        .map(Number);
    expect(blocks()[0]).toBeLessThan(1000);
    expect(blocks()[1]).toBeGreaterThan(40_000);
    movers.shell('fallocate -p -o 1M -l 18M holes');
    await movers.outcome(movers.sendConfig());
    expectEqualSides();
    expect(blocks()[1]).toBeLessThan(10_000);
  });

  it('separate hard links that the source has separated', async () => {
    movers.shell(
      'echo one > a; ln a b; ln a c; ln a d; echo other > x; ln x y',
    );
    await movers.outcome(movers.sendConfig());
    // The first leaves its link without a trace in size and time, the second is written to, the third replaced.
    movers.shell(`
      cp -p b copy; mv copy b; rm c; echo new > c; touch -r a c
      rm y; head -c 100000 /dev/urandom > y
    `);
    expect(await movers.outcome(movers.sendConfig())).toMatchObject({
      unlinked: 3,
    });
    expectEqualSides();
    expect(await movers.differences()).toEqual([]);
    expect(await movers.outcome(movers.sendConfig())).toMatchObject({
      unlinked: 0,
    });
  });

  it('need no second copy of a changed file, and name a destination that is too small', async () => {
    movers.shell(`mount -t tmpfs -o size=40m tmpfs ${movers.destination}`);
    movers.onClose(() => movers.shell(`umount ${movers.destination}`));
    movers.shell('head -c 30M /dev/urandom > database');
    await movers.outcome(movers.sendConfig());
    movers.shell(
      'printf changed | dd of=database bs=1 seek=15000000 conv=notrunc status=none',
    );
    const second = await movers.outcome(movers.sendConfig());
    expect(second.kind === 'pass' && second.bytesSent).toBeLessThan(1_000_000);
    expectEqualSides();

    movers.shell('head -c 30M /dev/urandom > more');
    const { result, lines } = await movers.run(
      movers.sendConfig({ pass: 'bulk' }),
    );
    expect(result).toMatchObject({
      ok: false,
      error: {
        reason: 'NoSpaceOnDestination',
        message: expect.stringContaining('No space left on device'),
      },
    });
    expect(lines.filter(({ type }) => type === 'log')).toEqual([]);
  });

  it('report progress that grows to the whole', async () => {
    movers.shell('for i in 1 2 3 4; do head -c 6M /dev/urandom > $i; done');
    const { lines } = await movers.run(
      movers.sendConfig({ bandwidthLimitKiB: 8_000 }),
    );
    const told = lines.flatMap(line =>
      line.type === 'progress' ? [line] : [],
    );
    expect(told.length).toBeGreaterThanOrEqual(2);
    const done = told.map(({ bytesDone }) => bytesDone);
    expect([...done].sort((a, b) => a - b)).toEqual(done);
    const last = told[told.length - 1];
    expect(Math.abs(last.bytesTotal! / (24 * 1024 * 1024) - 1)).toBeLessThan(
      0.03,
    );
    expect(last).toMatchObject({ filesTotal: 5, volume: 'volume' });
    expect(last.secondsRemaining).toBeLessThan(4);
  });

  describe('over a living source', () => {
    /** `script` runs while the first and largest file is on its way. */
    async function passWhile(pass: 'bulk' | 'final', script: string) {
      const { child, ended } = movers.start(
        movers.sendConfig({ pass, bandwidthLimitKiB: 6_000 }),
      );
      await movers.until(() => movers.progressOf(child) > 0);
      movers.shell(script);
      return ended;
    }

    const tree =
      'head -c 12M /dev/urandom > a-large; mkdir z; echo 1 > z/file; echo 2 > z/vanished; echo 3 > zz';

    it('tolerate files that vanish in a bulk pass, and count them', async () => {
      movers.shell(tree);
      const { result } = await passWhile('bulk', 'rm -r z');
      expect(result).toMatchObject({
        ok: true,
        outcome: { vanished: 2, changed: 0 },
      });
      await movers.outcome(movers.sendConfig());
      expectEqualSides();
    });

    it('fail a final pass when files vanish', async () => {
      movers.shell(tree);
      const { result } = await passWhile('final', 'rm z/file');
      expect(result).toMatchObject({
        ok: false,
        error: {
          reason: 'PassFailed',
          message: expect.stringMatching(
            /code 24.*file has vanished: .*z\/file/,
          ),
        },
      });
    });

    it('tolerate a file that shrinks while it is read, in a bulk pass only', async () => {
      movers.shell(tree);
      const bulk = await passWhile('bulk', 'truncate -s 1000 a-large');
      expect(bulk.result).toMatchObject({ ok: true });
      movers.shell('head -c 12M /dev/urandom > a-large');
      const final = await passWhile('final', 'truncate -s 1000 a-large');
      expect(final.result).toMatchObject({
        ok: false,
        error: { reason: 'PassFailed' },
      });
      await movers.outcome(movers.sendConfig());
      expectEqualSides();
    });

    it('never take a volume that is not there for an empty one', async () => {
      movers.shell('echo precious > file', movers.destination);
      const volume = { name: 'volume', path: `${movers.source}-absent` };
      const { result } = await movers.run(
        movers.sendConfig({ pass: 'bulk', volume }),
      );
      expect(result).toMatchObject({
        ok: false,
        error: { reason: 'SourceNotMounted' },
      });
      expect(movers.read('cat file', movers.destination)).toBe('precious\n');
    });
  });
});
