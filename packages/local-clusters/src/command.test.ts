/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandFailed, run, tryRun } from './command';

describe('run', () => {
  it('gives the output', async () => {
    await expect(run('cat', [], { input: 'a\nb' })).resolves.toBe('a\nb');
  });

  it('names the command, its end and what it said', async () => {
    const failed = run('sh', ['-c', 'echo out; echo no space >&2; exit 3']);
    await expect(failed).rejects.toMatchObject({
      name: 'CommandFailed',
      exitCode: 3,
      message: expect.stringMatching(/^'sh -c .*' ended with 3: no space$/s),
    });
  });

  it('tells the end of the log where the output goes to one', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'command-'));
    try {
      await expect(
        run('sh', ['-c', 'echo lost >&2; exit 1'], {
          logFile: join(dir, 'log'),
        }),
      ).rejects.toThrow(/see .*\/log:\n +lost/);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  it('ends the children too when time is up', async () => {
    const started = Date.now();
    await expect(
      // a child that keeps the output open after its parent is gone
      run('sh', ['-c', 'sleep 30 & wait'], { deadlineSeconds: 0.2 }),
    ).rejects.toThrow('did not end within 0.2 s');
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});

describe('tryRun', () => {
  it('gives undefined for a no', async () => {
    await expect(tryRun('false', [])).resolves.toBeUndefined();
    await expect(tryRun('/no/such/program', [])).resolves.toBeUndefined();
    await expect(tryRun('echo', ['yes'])).resolves.toBe('yes\n');
  });

  it('does not swallow an error that is none of the command', async () => {
    await expect(
      tryRun('echo', [], { logFile: '/no/such/dir/log' }),
    ).rejects.not.toBeInstanceOf(CommandFailed);
  });
});
