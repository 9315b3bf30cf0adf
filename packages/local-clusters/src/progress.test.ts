/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ElapsedProgress, lastLineOf, whileWaiting } from './progress';

const sleep = (ms: number) =>
  new Promise<void>(resolve => {
    setTimeout(resolve, ms);
  });

describe('progress', () => {
  it('begins each line with the time', () => {
    const lines: string[] = [];
    new ElapsedProgress(line => lines.push(line)).step('Starting');
    expect(lines).toEqual([expect.stringMatching(/^\[ +0\.\d s\] Starting$/)]);
  });

  it('says again and again that a slow step is under way, and no more after it', async () => {
    const lines: string[] = [];
    const result = await whileWaiting(
      { step: line => lines.push(line) },
      'Building',
      () => sleep(200).then(() => 'built'),
      { everySeconds: 0.03, detail: () => '12 packages' },
    );
    expect(result).toBe('built');
    expect(lines[0]).toBe('Building');
    expect(lines[1]).toBe('  still at it after 0 s: 12 packages');
    const said = lines.length;
    await sleep(80);
    expect(lines).toHaveLength(said);
  });

  it('is silent after a step that failed', async () => {
    const lines: string[] = [];
    await expect(
      whileWaiting(
        { step: line => lines.push(line) },
        'Building',
        async () => {
          throw new Error('no');
        },
        { everySeconds: 0.02 },
      ),
    ).rejects.toThrow('no');
    await sleep(60);
    expect(lines).toEqual(['Building']);
  });

  it('shows what a log ends with', () => {
    const dir = mkdtempSync(join(tmpdir(), 'progress-'));
    try {
      writeFileSync(join(dir, 'log'), 'first\nUnpacking etcd-server ...\n');
      expect(lastLineOf(join(dir, 'log'))).toBe('Unpacking etcd-server ...');
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
