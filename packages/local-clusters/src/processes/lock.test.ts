/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock';
import { identityOf } from './processTable';

describe('withLock', () => {
  let dir: string;
  let path: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'lock-'));
    path = join(dir, 'state.lock');
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('holds while the work is done, and leaves nothing', async () => {
    await expect(
      withLock(path, 1, async () => {
        expect(existsSync(path)).toBe(true);
        return 'result';
      }),
    ).resolves.toBe('result');
    expect(readdirSync(dir)).toEqual([]);
  });

  it('is given back when the work fails', async () => {
    await expect(
      withLock(path, 1, async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(readdirSync(dir)).toEqual([]);
  });

  it('names the living holder that does not end', async () => {
    // this process holds it, as another one would
    writeFileSync(path, JSON.stringify(identityOf(process.ppid)));
    await expect(withLock(path, 0, async () => 'never')).rejects.toThrow(
      `Process ${process.ppid} is at work`,
    );
    expect(existsSync(path)).toBe(true);
  });

  it('waits for the end of the holder', async () => {
    writeFileSync(path, JSON.stringify(identityOf(process.ppid)));
    setTimeout(() => rmSync(path), 200);
    await expect(withLock(path, 20, async () => 'then')).resolves.toBe('then');
  });

  it.each([
    ['has died', { ...identityOf(process.pid)!, pid: 4194303 }],
    [
      'has a pid that belongs to another process now',
      { ...identityOf(process.pid)!, startTime: '1' },
    ],
    [
      'lived before the machine was started anew',
      { ...identityOf(process.pid)!, bootId: 'earlier' },
    ],
  ])('is taken over from a holder that %s', async (_name, holder) => {
    writeFileSync(path, JSON.stringify(holder));
    await expect(withLock(path, 0, async () => 'ours')).resolves.toBe('ours');
    expect(readdirSync(dir)).toEqual([]);
  });

  it('is taken over when a crash left half of it', async () => {
    writeFileSync(path, '{"pid": 1');
    await expect(withLock(path, 0, async () => 'ours')).resolves.toBe('ours');
  });
});
