/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { Movers } from '../testing/movers';
import { LISTING, ODD_FILES } from '../testing/oddFiles';
import { splitIntoStreams } from './splitIntoStreams';

jest.setTimeout(180_000);

describe('a pass of several streams', () => {
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

  const tree = `
    ${ODD_FILES}
    for d in p q r s; do mkdir -p $d/sub; for i in $(seq 200); do echo "$d $i" > $d/f$i; echo "$d/sub $i" > $d/sub/f$i; done; done
    for i in $(seq 20); do ln p/f$i q/link$i; ln p/f$i s/sub/link$i; ln r/f$i p/sub/link$i; done
    chmod 500 r; chmod 2750 s/sub; chown 12:34 q; touch -d '2003-03-03 03:03:03.3' p q/sub
  `;
  const change = `
    rm -r q/sub p/f1; rm s/f2; mkdir s/f2; echo in > s/f2/in; rm -r r/sub; echo file > r/sub
    rm q/link3 q/link4 p/sub/link5; cp -p p/f3 q/link3; ln r/f4 q/link4; echo own > p/sub/link5
    for i in $(seq 100); do echo "changed $i" > s/sub/f$i; done; ln s/f9 q/again; mv p/f50 q/moved
    rm -r deep; ln -s p deep; mkdir new; for i in $(seq 50); do echo new > new/$i; done; touch -d '2004-04-04' p s
  `;

  it('is exact over any tree, with links between the streams, and over changes and deletions', async () => {
    movers.shell(tree);
    const first = await movers.run(movers.sendConfig({ streams: 4 }));
    expect(first.result).toMatchObject({ ok: true });
    const said = first.lines.flatMap(line =>
      line.type === 'log' ? [line.message] : [],
    );
    expect(said).toEqual([expect.stringMatching(/^4 streams: \d+ files/)]);
    expectEqualSides();
    expect(await movers.differences()).toEqual([]);

    movers.shell(change);
    await movers.outcome(movers.sendConfig({ streams: 4 }));
    expectEqualSides();
    expect(await movers.differences()).toEqual([]);
  });

  it('brings the bulk by the streams, and ends with what one stream would have made', async () => {
    movers.shell(
      'for i in $(seq 600); do head -c 20000 /dev/urandom > $i; done; for i in $(seq 50); do ln $i link$i; done',
    );
    const { lines, result } = await movers.run(
      movers.sendConfig({ streams: 3 }),
    );
    expect(result).toMatchObject({
      ok: true,
      outcome: { filesSent: 600, files: 651, bytesTotal: 650 * 20000 },
    });
    const told = lines.flatMap(line =>
      line.type === 'progress' ? [line.bytesDone] : [],
    );
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect(Math.max(...told)).toBeGreaterThan(550 * 20000);
    expectEqualSides();
  });

  it('says what a full destination needs', async () => {
    movers.shell(`mount -t tmpfs -o size=4m tmpfs ${movers.destination}`);
    movers.onClose(() => movers.shell(`umount ${movers.destination}`));
    movers.shell(
      'for i in $(seq 600); do head -c 16384 /dev/zero | tr "\\0" x > $i; done',
    );
    const { result } = await movers.run(movers.sendConfig({ streams: 4 }));
    expect(result).toMatchObject({
      ok: false,
      error: {
        reason: 'NoSpaceOnDestination',
        needed: { bytes: 600 * 16384, files: 600 },
      },
    });
  });

  it('deals every file out once, in about the same shares, and leaves a small volume whole', async () => {
    movers.shell(
      `mkdir a b; for i in $(seq 400); do echo $i > a/$i; ln a/$i b/l$i; echo $i > b/$'odd\n'$i; done; truncate -s 500M a/large`,
    );
    const split = (await splitIntoStreams(movers.source, 4))!;
    const dealt = split.lists.map(({ file }) =>
      readFileSync(file, 'latin1').split('\0').slice(0, -1),
    );
    const all = dealt.flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter(path => !/^a\/l|^b\/l/.test(path))).toHaveLength(800);
    expect(all).not.toContain('b/l7');
    expect(dealt.filter(paths => paths.includes('a/large'))).toHaveLength(1);
    expect(split.lists.length).toBeGreaterThan(2);
    await split.close();
    movers.shell('rm -r a b; echo one > one; echo two > two');
    expect(await splitIntoStreams(movers.source, 4)).toBeUndefined();
  });
});
