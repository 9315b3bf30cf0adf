/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Movers } from './testing/movers';
import { LISTING, ODD_FILES } from './testing/oddFiles';

jest.setTimeout(300_000);

/** Keeps the times of `file` and of the directory while `script` changes the file. */
function quietly(script: string, file?: string): string {
  return `touch -r . ../ref-dir
    ${
      file
        ? `touch -h -r ${file} ../ref-file 2>/dev/null || : > ../ref-file; touch -h -r ${file} ../ref-file`
        : ''
    }
    ${script}
    ${file ? `touch -h -r ../ref-file ${file}` : ''}
    touch -r ../ref-dir .`;
}

describe('compare', () => {
  let movers: Movers;
  beforeEach(async () => {
    movers = new Movers();
    await movers.receive();
  });
  afterEach(() => movers.close());

  const mutations: Array<{ name: string; script: string; expected: string[] }> =
    [
      {
        name: 'content',
        script: quietly(
          'printf X | dd of=big bs=1 seek=5000 conv=notrunc status=none',
          'big',
        ),
        expected: ['big content'],
      },
      {
        name: 'size',
        script: quietly('printf X >> big', 'big'),
        expected: ['big size', 'big content'],
      },
      {
        name: 'mode',
        script: 'chmod 640 attributes',
        expected: ['attributes mode'],
      },
      {
        name: 'setuid bit',
        script: 'chmod 755 setuid',
        expected: ['setuid mode'],
      },
      {
        name: 'mode of a directory',
        script: 'chmod 700 a',
        expected: ['a mode'],
      },
      { name: 'mode of the root', script: 'chmod 700 .', expected: [' mode'] },
      { name: 'owner', script: 'chown 7 old', expected: ['old owner'] },
      { name: 'group', script: 'chgrp 7 old', expected: ['old group'] },
      {
        name: 'owner of a symlink',
        script: 'chown -h 7 dangling',
        expected: ['dangling owner'],
      },
      {
        name: 'mtime by a nanosecond',
        script: "touch -d '1999-12-31 23:59:59.123456788' old",
        expected: ['old mtime'],
      },
      {
        name: 'mtime of a directory',
        script: "touch -d '2002-02-02' empty-dir",
        expected: ['empty-dir mtime'],
      },
      {
        name: 'mtime of a symlink',
        script: "touch -h -d '2002-02-02' dangling",
        expected: ['dangling mtime'],
      },
      { name: 'missing', script: quietly('rm old'), expected: ['old missing'] },
      {
        name: 'unexpected',
        script: quietly(': > zzz'),
        expected: ['zzz unexpected'],
      },
      {
        name: 'unexpected after all others, in a directory',
        script: `touch -r deep ../ref; : > deep/$'\\xff'; touch -r ../ref deep`,
        expected: ['deep/\ufffd unexpected'],
      },
      {
        name: 'xattr changed',
        script: 'setfattr -n user.colour -v red attributes',
        expected: ['attributes xattrs'],
      },
      {
        name: 'xattr missing',
        script: 'setfattr -x user.empty attributes',
        expected: ['attributes xattrs'],
      },
      {
        name: 'xattr of a name with a line end',
        script: `setfattr -n user.a -v 9 $'new\\nline'`,
        expected: ['new\nline xattrs'],
      },
      {
        name: 'xattr of a name that is not UTF-8',
        script: `setfattr -n user.a -v 9 $'non-utf8-\\xff\\xfe'`,
        expected: [
          Buffer.from('dir-\xe9/linked', 'latin1'),
          Buffer.from('non-utf8-\xff\xfe', 'latin1'),
        ].map(path => `${path.toString('utf8')} xattrs`),
      },
      {
        name: 'file capability',
        script: 'setfattr -x security.capability attributes',
        expected: ['attributes xattrs'],
      },
      {
        name: 'ACL',
        script: 'setfacl -n -m u:1234:r acl',
        expected: ['acl xattrs'],
      },
      {
        name: 'default ACL',
        script: 'setfacl -k deep',
        expected: ['deep xattrs'],
      },
      {
        name: 'link target',
        script: quietly(
          'rm dangling; ln -s /else dangling; chown -h --reference=plain dangling',
          'dangling',
        ),
        expected: ['dangling linkTarget'],
      },
      {
        name: 'broken hard link',
        script: quietly('cp -p plain copy; mv copy plain'),
        expected: ['plain hardLinks'],
      },
      {
        name: 'hard link that must not be',
        script: quietly('echo 3 > a-b; rm a-b; ln plain a-b'),
        expected: [
          'a-b size',
          'a-b mtime',
          'a-b content',
          'hard-link hardLinks',
          'plain hardLinks',
        ],
      },
      {
        name: 'device',
        script: quietly('rm null; mknod null c 1 5', 'null'),
        expected: ['null device'],
      },
      {
        name: 'type',
        script: quietly('rm fifo-link; mkdir fifo-link'),
        expected: ['fifo-link type'],
      },
      {
        name: 'file instead of symlink',
        script: quietly('rm dangling; : > dangling'),
        expected: ['dangling type'],
      },
      {
        name: 'directory with content instead of file',
        script: quietly('rm old; mkdir old; : > old/inner'),
        expected: ['old type', 'old/inner unexpected'],
      },
    ];

  it('tells every kind of difference, only that, and the next pass mends it', async () => {
    movers.shell(ODD_FILES);
    await movers.outcome(movers.sendConfig());
    expect(await movers.differences()).toEqual([]);
    for (const { name, script, expected } of mutations) {
      movers.shell(script, movers.destination);
      expect({ name, found: await movers.differences() }).toEqual({
        name,
        found: expected,
      });
      if (name === 'content') {
        // Size and time are equal, so rsync cannot see it: this is what the comparison is for.
        movers.shell('touch big');
      }
      await movers.outcome(movers.sendConfig());
    }
    expect(await movers.differences()).toEqual([]);
  });

  it('writes nothing, opens no FIFO, and leaves lost+found alone', async () => {
    movers.shell(ODD_FILES);
    await movers.outcome(movers.sendConfig());
    movers.shell(
      'mkdir lost+found; echo recovered > lost+found/#12; rm -r deep; touch -r plain .',
    );
    const both = () =>
      [movers.source, movers.destination].map(side =>
        movers.read(LISTING, side),
      );
    const before = both();
    expect((await movers.differences()).length).toBeGreaterThan(40);
    expect(both()).toEqual(before);
  });

  it('finds one byte in the second part of a large sparse file, and reads parts in parallel', async () => {
    movers.shell('truncate -s 200M large; touch -d 2001-01-01 large .');
    await movers.outcome(movers.sendConfig());
    movers.shell(
      quietly(
        'printf X | dd of=large bs=1 seek=130000000 conv=notrunc status=none',
        'large',
      ),
      movers.destination,
    );
    expect(await movers.differences()).toEqual(['large content']);
    const { result } = await movers.run(
      movers.compareConfig({ mode: 'metadata' }),
    );
    expect(result).toMatchObject({
      outcome: { differences: 0, files: 1, directories: 1, mode: 'metadata' },
    });
  });

  it('reads a sample of the files, the same ones on both sides', async () => {
    movers.shell('for i in $(seq 400); do echo $i > f$i; done');
    await movers.outcome(movers.sendConfig());
    // every file has another content, and all else is as it was
    movers.shell(
      `for f in f*; do touch -r $f ../ref; printf X | dd of=$f bs=1 conv=notrunc status=none; touch -r ../ref $f; done
       touch -r ${movers.source} .`,
      movers.destination,
    );
    const found = async (samplePercent: number) => {
      const { result } = await movers.run(
        movers.compareConfig({ mode: 'sample', samplePercent }),
      );
      return result?.ok && result.outcome.kind === 'compared'
        ? result.outcome.differences
        : undefined;
    };
    const tenth = await found(10);
    expect(tenth).toBeGreaterThan(20);
    expect(tenth).toBeLessThan(60);
    expect(await found(10)).toBe(tenth);
    expect(await found(99)).toBeGreaterThan(380);
    const { result } = await movers.run(
      movers.compareConfig({ mode: 'metadata' }),
    );
    expect(result).toMatchObject({ outcome: { differences: 0 } });
  });

  it('counts all differences and tells as many as asked for', async () => {
    movers.shell('for i in $(seq 3000); do echo $i > $i; done');
    const { lines, result } = await movers.run(
      movers.compareConfig({ maxDifferences: 10 }),
    );
    expect(lines.filter(({ type }) => type === 'difference')).toHaveLength(10);
    expect(result).toMatchObject({
      ok: true,
      outcome: { differences: 3001, files: 3000 },
    });
  });

  it('is no proof when the receiver dies under way', async () => {
    movers.shell('truncate -s 20G huge');
    movers.shell('truncate -s 20G huge', movers.destination);
    const receiver = movers.receiver!;
    const { child, ended } = movers.start(
      movers.compareConfig({ deadlineSeconds: 2 }),
    );
    await movers.until(() => movers.progressOf(child) > 0);
    receiver.kill('SIGKILL');
    expect((await ended).result).toMatchObject({
      ok: false,
      error: { reason: 'ComparisonBroken' },
    });
  });
});
