/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint } from './fingerprint';
import { Output } from './output';

const output = { send: () => undefined } as unknown as Output;

async function fingerprintOf(path: string, mode?: 'Block') {
  const outcome = await fingerprint(
    {
      role: 'fingerprint',
      migrationId: 'm',
      fencingToken: 1,
      volume: { name: 'data', path, mode },
    },
    output,
  );
  if (outcome.kind !== 'fingerprint') {
    throw new Error(outcome.kind);
  }
  return outcome;
}

describe('fingerprint', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'fingerprint-'));
    execFileSync('bash', [
      '-ec',
      `cd ${dir}; mkdir v; cd v; echo one > one; ln one two; ln -s one link; mkdir empty; mkfifo fifo; echo n > $'new\\nline'`,
    ]);
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('is the same for the same volume, and counts it', async () => {
    const first = await fingerprintOf(join(dir, 'v'));
    execFileSync('cp', ['-a', join(dir, 'v'), join(dir, 'copy')]);
    expect(first).toMatchObject({
      files: 5,
      directories: 2,
      bytes: 10,
    });
    expect((await fingerprintOf(join(dir, 'v'))).digest).toBe(first.digest);
    expect((await fingerprintOf(join(dir, 'copy'))).digest).toBe(first.digest);
  });

  it.each([
    [
      'a file that has grown',
      (v: string) => writeFileSync(join(v, 'one'), 'one and more'),
    ],
    ['a time', (v: string) => utimesSync(join(v, 'link'), 1, 1)],
    ['a name', (v: string) => cpSync(join(v, 'one'), join(v, 'three'))],
    ['a mode', (v: string) => execFileSync('chmod', ['700', join(v, 'empty')])],
  ])('is another one after a change of %s', async (_, change) => {
    const before = await fingerprintOf(join(dir, 'v'));
    change(join(dir, 'v'));
    expect((await fingerprintOf(join(dir, 'v'))).digest).not.toBe(
      before.digest,
    );
  });

  it('of a device is one of its content', async () => {
    const device = join(dir, 'device');
    writeFileSync(device, 'content');
    truncateSync(device, 3 << 20);
    const before = await fingerprintOf(device, 'Block');
    expect(before.bytes).toBe(3 << 20);
    execFileSync('bash', [
      '-c',
      `printf x | dd of=${device} bs=1 seek=2000000 conv=notrunc status=none`,
    ]);
    expect((await fingerprintOf(device, 'Block')).digest).not.toBe(
      before.digest,
    );
  });
});
