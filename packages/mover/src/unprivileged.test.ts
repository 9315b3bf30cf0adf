/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Movers } from './testing/movers';

jest.setTimeout(60_000);

const USER = 12345;
const notCompared = [
  'owner',
  'group',
  'devices',
  'capabilities',
  'volumeRoot',
] as const;

describe('a receiver that is not root', () => {
  let movers: Movers;
  beforeEach(async () => {
    movers = new Movers();
    // as a kubelet makes it with fsGroup
    movers.shell(`chown 0:${USER} . ; chmod 2775 .`, movers.destination);
    await movers.receive(1, movers.destination, USER);
  });
  afterEach(() => movers.close());

  const send = () => movers.outcome(movers.sendConfig({ unprivileged: true }));
  async function differences(left: readonly any[] = notCompared) {
    const { lines, result } = await movers.run(
      movers.compareConfig({ notCompared: [...left] }),
    );
    return {
      told: lines.flatMap(line =>
        line.type === 'difference' ? [`${line.path} ${line.field}`] : [],
      ),
      outcome: result.ok ? result.outcome : result.error,
    };
  }

  it('keeps all that it may, and says what it does not compare', async () => {
    movers.shell(`
      mkdir -p deep/a empty; echo one > deep/a/one; ln deep/a/one linked; ln -s linked symbolic; mkfifo fifo
      truncate -s 5M sparse; printf x | dd of=sparse bs=1 seek=2000000 conv=notrunc status=none
      echo read-only > read-only; chmod 444 read-only; echo x > attribute; setfattr -n user.colour -v blue attribute
      echo acl > acl; setfacl -m u:1234:rw acl; echo theirs > theirs; chown 1001:2002 theirs
      mknod device c 1 3; cp /bin/true program; setfattr -n security.capability -v 0x0100000200040000000000000000000000000000 program
      chmod 555 deep/a; touch -d '2001-01-01 01:01:01.5' deep empty .
    `);
    await send();
    expect(await differences()).toMatchObject({
      told: [],
      outcome: { differences: 0, notCompared },
    });
    movers.shell(`
      chmod 644 read-only; echo changed >> read-only; chmod 444 read-only; rm linked; echo new > deep/new; rm fifo theirs
    `);
    await send();
    expect((await differences()).told).toEqual([]);
    expect(movers.read('ls -A; cat read-only', movers.destination)).toBe(
      movers.read('ls -A | grep -v device; cat read-only'),
    );
  });

  it('leaves out nothing that it was not told to leave out', async () => {
    movers.shell(
      'echo theirs > theirs; chown 1001:2002 theirs; mknod device c 1 3',
    );
    await send();
    expect((await differences([])).told.sort()).toEqual([
      ' group',
      ' mode',
      ' mtime',
      'device missing',
      'theirs group',
      'theirs owner',
    ]);
    movers.shell(
      'chmod u+w theirs; echo other! > theirs; chmod 600 theirs',
      movers.destination,
    );
    expect((await differences()).told.sort()).toEqual([
      'theirs content',
      'theirs mode',
      'theirs mtime',
    ]);
  });

  it('fails when a file cannot be kept, by name', async () => {
    movers.shell('mkdir closed; echo in > closed/in; chown 0:0 .');
    await send();
    movers.shell('chown -R 0:0 closed; chmod 755 closed', movers.destination);
    movers.shell('echo more > closed/more');
    const { result } = await movers.run(
      movers.sendConfig({ unprivileged: true }),
    );
    expect(result).toMatchObject({
      ok: false,
      error: {
        reason: 'PassFailed',
        message: expect.stringContaining('closed'),
      },
    });
  });
});
