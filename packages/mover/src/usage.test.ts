/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usageOf } from './usage';

describe('usageOf', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'usage-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const counted = () => usageOf({ name: 'data', path: dir });

  it('counts what is allocated, links once, and not lost+found', async () => {
    expect(await counted()).toMatchObject({ files: 0, empty: true });
    execFileSync('bash', [
      '-ec',
      `cd ${dir}; mkdir lost+found a; echo x > lost+found/x; head -c 100000 /dev/zero > a/one; ln a/one two; truncate -s 1G sparse`,
    ]);
    const usage = await counted();
    expect(usage).toMatchObject({ files: 2, empty: false, unreadable: 0 });
    expect(usage.usedBytes).toBeGreaterThanOrEqual(100_000);
    expect(usage.usedBytes).toBeLessThan(1_000_000);
    expect(usage.apparentBytes).toBe(100_000 + 2 ** 30);
  });

  it('goes on when directories vanish under it', async () => {
    for (let index = 0; index < 300; index += 1) {
      mkdirSync(join(dir, `d${index}`, 'deep'), { recursive: true });
    }
    const counting = counted();
    rmSync(dir, { recursive: true, force: true });
    expect(await counting).toMatchObject({ unreadable: 0 });
  });
});
