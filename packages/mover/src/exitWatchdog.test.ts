/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

jest.setTimeout(60_000);

async function endOf(script: string) {
  const child = spawn(
    process.execPath,
    [
      '--import',
      require.resolve('tsx'),
      '-e',
      `const { armExitWatchdog } = require(${JSON.stringify(
        join(__dirname, 'exitWatchdog.ts'),
      )}); armExitWatchdog(1); ${script}`,
    ],
    { stdio: 'ignore' },
  );
  const [code, signal] = await once(child, 'exit');
  return { code, signal };
}

describe('exit watchdog', () => {
  it('ends a process that hangs', async () => {
    expect(await endOf('for (;;) {}')).toEqual({
      code: null,
      signal: 'SIGKILL',
    });
  });

  it('leaves the code of one that ends', async () => {
    expect(await endOf('process.exit(12)')).toEqual({ code: 12, signal: null });
  });
});
