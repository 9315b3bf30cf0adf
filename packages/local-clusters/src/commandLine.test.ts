/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCommandLine } from './commandLine';

describe('parseCommandLine', () => {
  it('reads every option', () => {
    expect(
      parseCommandLine([
        'up',
        '--instance=7',
        '--state=/srv/state',
        '--source-binaries=/a',
        '--without=s3,registry',
      ]),
    ).toEqual({
      command: 'up',
      options: {
        instance: 7,
        stateDir: '/srv/state',
        binaries: { source: '/a', destination: undefined },
        without: ['s3', 'registry'],
      },
    });
  });

  it.each([
    [[], 'Say what to do'],
    [['nonsense'], "'nonsense' is none of up, status, down"],
    [['up', 'now'], "'now' is one word too many"],
    [['up', '--fast'], '--fast'],
    [['up', '--instance=many'], 'must be a whole number from 0 to 254'],
    [['up', '--instance='], 'must be a whole number from 0 to 254'],
    [['down', '--state=/'], "State directory '/'"],
    [['up', '--without=s3,etcd'], "'etcd' is none of s3, registry"],
  ])('%p is no usage', (args, message) => {
    expect(() => parseCommandLine(args)).toThrow(
      expect.objectContaining({
        name: 'UsageError',
        message: expect.stringContaining(message),
      }),
    );
  });
});

describe('npm run clusters', () => {
  const cli = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ['--import', require.resolve('tsx'), join(__dirname, 'cli.ts'), ...args],
      { encoding: 'utf8' },
    );

  it('ends with 2 and the usage when it is called wrongly', () => {
    const { status, stderr, stdout } = cli('nonsense');
    expect(status).toBe(2);
    expect(stderr).toContain("'nonsense' is none of");
    expect(stderr).toContain('usage: npm run clusters -- up | status | down');
    expect(stdout).toBe('');
  });

  it('ends with 1 when nothing is up', () => {
    const dir = mkdtempSync(join(tmpdir(), 'cli-'));
    try {
      const { status, stdout } = cli('status', `--state=${dir}/state`);
      expect(status).toBe(1);
      expect(stdout).toContain('Nothing is up');
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
