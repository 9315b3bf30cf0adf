/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { once } from 'node:events';
import { Movers } from './testing/movers';

jest.setTimeout(60_000);

/** Files as people really have them, and as nobody expects them. */
const ODD_FILES = `
  echo plain > plain; head -c 3000000 /dev/urandom > big; : > empty
  ln plain hard-link; ln -s plain symlink; ln -s /nowhere/at/all dangling
  truncate -s 50M sparse; printf x | dd of=sparse bs=1 seek=20000000 conv=notrunc status=none
  mkdir -p empty-dir deep/a/b/c/d; echo d > deep/a/b/c/d/file
  setfattr -n user.colour -v blue plain-x 2>/dev/null || { echo x > plain-x; setfattr -n user.colour -v blue plain-x; }
  echo acl > acl; setfacl -m u:1234:rwx,g:77:r acl; setfacl -d -m u:99:rx deep
  echo owned > owned; chown 1001:2002 owned; chown -h 5:6 symlink
  echo secret > mode000; chmod 000 mode000; echo s > setuid; chmod 4755 setuid
  printf n > $'new\\nline'; printf b > $'non-utf8-\\xff\\xfe'; printf q > $'quote"and\\\\backslash'
  mkfifo fifo; mknod null c 1 3; touch -d '1999-12-31 23:59:59.123456789' old
  mkdir a a.b; echo 1 > a/x; echo 2 > a.b/x; echo 3 > a-b
  chmod 1777 empty-dir; touch -d '2001-01-01 01:01:01.5' empty-dir deep .
`;

describe('mover', () => {
  let movers: Movers;
  beforeEach(async () => {
    movers = new Movers();
    await movers.receive();
  });
  afterEach(() => movers.close());

  it('brings odd files across, proves it, and a second pass takes over changes and deletions', async () => {
    movers.shell(ODD_FILES);
    expect((await movers.differences()).length).toBeGreaterThan(20);
    expect(await movers.outcome(movers.sendConfig())).toMatchObject({
      kind: 'pass',
      vanished: 0,
      attempts: 1,
    });
    expect(await movers.differences()).toEqual([]);

    movers.shell(`
      echo changed > plain; rm -r deep; rm owned; mkdir owned; echo in > owned/in
      rm symlink; echo now-a-file > symlink; rm -r empty-dir; echo f > empty-dir
      setfattr -x user.colour plain-x; chmod 644 mode000; rm hard-link; echo single > hard-link
    `);
    await movers.outcome(movers.sendConfig());
    expect(await movers.differences()).toEqual([]);

    const third = await movers.outcome(movers.sendConfig());
    expect(third.kind === 'pass' && third.bytesSent).toBeLessThan(20_000);
  });

  it('keeps sparse files sparse', async () => {
    movers.shell('truncate -s 200M sparse');
    await movers.outcome(movers.sendConfig());
    movers.shell('test "$(stat -c %b sparse)" -lt 1000', movers.destination);
  });

  const mutations: Array<[string, string, string[]]> = [
    ['content', 'touch -r big /tmp/mover-ref; printf X | dd of=big bs=1 seek=5000 conv=notrunc status=none; touch -r /tmp/mover-ref big; rm /tmp/mover-ref', ['big content']],
    ['size', 'touch -r big /tmp/mover-ref; printf X >> big; touch -r /tmp/mover-ref big; rm /tmp/mover-ref', ['big size', 'big content']],
    ['mode', 'chmod 640 plain-x', ['plain-x mode']],
    ['owner', 'chown 7 plain-x', ['plain-x owner']],
    ['group', 'chgrp 7 plain-x', ['plain-x group']],
    ['mtime by a nanosecond', "touch -d '1999-12-31 23:59:59.123456788' old", ['old mtime']],
    ['missing', 'touch -r . /tmp/mover-ref; rm old; touch -r /tmp/mover-ref .; rm /tmp/mover-ref', ['old missing']],
    ['unexpected', 'touch -r . /tmp/mover-ref; : > zzz; touch -r /tmp/mover-ref .; rm /tmp/mover-ref', ['zzz unexpected']],
    ['xattr', 'setfattr -n user.colour -v red plain-x', ['plain-x xattrs']],
    ['ACL', 'setfacl -n -m u:1234:r acl', ['acl xattrs']],
    ['link target', 'touch -r . /tmp/mover-ref; : > /tmp/mover-ref2; touch -h -r dangling /tmp/mover-ref2; rm dangling; ln -s /else dangling; touch -h -r /tmp/mover-ref2 dangling; touch -r /tmp/mover-ref .; rm /tmp/mover-ref*', ['dangling linkTarget', 'dangling mtime']],
    ['broken hard link', 'touch -r . /tmp/mover-ref; cp -p plain copy; mv copy plain; touch -r /tmp/mover-ref .; rm /tmp/mover-ref', ['plain hardLinks']],
    ['type', 'touch -r . /tmp/mover-ref; rm old; mkdir old; touch -r /tmp/mover-ref .; rm /tmp/mover-ref', ['old type']],
  ];

  it('tells every kind of difference, and only that', async () => {
    movers.shell(ODD_FILES);
    await movers.outcome(movers.sendConfig());
    for (const [name, script, expected] of mutations) {
      movers.shell(script, movers.destination);
      const found = await movers.differences();
      expect({ name, found }).toEqual({
        name,
        found: name === 'link target' ? expect.arrayContaining(expected.slice(0, 1)) : expected,
      });
      await movers.outcome(movers.sendConfig());
      if (name === 'content') {
        // size and time are equal, so rsync cannot see it: this is what the comparison is for
        movers.shell('touch big');
        await movers.outcome(movers.sendConfig());
      }
      expect({ name, after: await movers.differences() }).toEqual({ name, after: [] });
    }
  });

  it('refuses keys of another migration, another name and stale workers', async () => {
    movers.shell('echo data > file');
    movers.makeKeys('foreign');
    for (const keys of [{ authority: 'foreign' }, { role: 'other' }]) {
      const { result } = await movers.run(movers.sendConfig(), keys);
      expect(result).toMatchObject({ ok: false });
    }
    const wrongName = await movers.run(
      movers.sendConfig({ peerName: 'somebody.else' }),
    );
    expect(wrongName.result).toMatchObject({
      ok: false,
      error: { reason: 'CertificateRejected' },
    });
    await movers.outcome(movers.compareConfig({ fencingToken: 5 }));
    const stale = await movers.run(movers.sendConfig({ fencingToken: 4 }));
    expect(stale.result).toMatchObject({
      ok: false,
      error: { reason: 'StaleFencingToken' },
    });
    movers.shell('test -z "$(ls -A)"', movers.destination);
  });

  it('names an endpoint that does not answer, within its deadline', async () => {
    const { result } = await movers.run(
      movers.sendConfig({
        endpoint: { kind: 'direct', host: '127.0.0.1', port: 1 },
        deadlineSeconds: 2,
      }),
    );
    expect(result).toMatchObject({
      ok: false,
      error: { reason: 'EndpointUnreachable' },
    });
  });

  it('goes on after the sender was killed in the middle', async () => {
    movers.shell('head -c 60000000 /dev/urandom > big');
    const first = movers.start(
      movers.sendConfig({ bandwidthLimitKiB: 4000 }),
    );
    first.ended.catch(() => undefined);
    await new Promise(resolve => setTimeout(resolve, 2500));
    first.child.kill('SIGKILL');
    await once(first.child, 'close');
    await movers.outcome(movers.sendConfig());
    expect(await movers.differences()).toEqual([]);
  });
});
