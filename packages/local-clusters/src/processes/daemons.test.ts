/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instanceOf } from '../instance';
import { Daemons } from './daemons';
import { markerVariable } from './ownProcesses';
import { isAlive } from './processTable';

describe('Daemons', () => {
  let dir: string;
  let daemons: Daemons;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'daemons-'));
    daemons = new Daemons(instanceOf(1, dir));
  });
  afterEach(async () => {
    for (const { name } of daemons.records.all()) {
      await daemons.end(name, 0);
    }
    rmSync(dir, { recursive: true });
  });

  const sleeper = (seconds: string) => ({
    name: 'source-sleeper',
    cluster: 'source' as const,
    command: 'sleep',
    args: [seconds],
  });

  it('start one once, marked as ours', async () => {
    const first = await daemons.start(sleeper('60'));
    expect(await daemons.start(sleeper('60'))).toEqual(first);
    expect(
      readFileSync(`/proc/${first.pid}/environ`, 'utf8').split('\0'),
    ).toContain(`${markerVariable}=${dir}#source`);
  });

  it('replace one that was started otherwise', async () => {
    const first = await daemons.start(sleeper('60'));
    const second = await daemons.start(sleeper('61'));
    expect(isAlive(first)).toBe(false);
    expect(isAlive(second)).toBe(true);
  });

  it('start one again that was killed', async () => {
    const first = await daemons.start(sleeper('60'));
    process.kill(first.pid, 'SIGKILL');
    while (daemons.isRunning('source-sleeper')) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    expect(isAlive(await daemons.start(sleeper('60')))).toBe(true);
  });

  it('end one that does not listen', async () => {
    const deaf = await daemons.start({
      name: 'deaf',
      command: 'sh',
      args: ['-c', 'trap "" TERM; while :; do sleep 0.1; done'],
    });
    await daemons.end('deaf', 0.3);
    expect(isAlive(deaf)).toBe(false);
    expect(daemons.records.read('deaf')).toBeUndefined();
  });

  it('tell why one is dead with the end of its log', async () => {
    await daemons.start({
      name: 'short',
      command: 'sh',
      args: ['-c', 'echo bad flag >&2; sleep 0.05; exit 1'],
    });
    while (daemons.isRunning('short')) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    expect(daemons.whyDead('short')).toMatch(
      /short has ended.*log\/short\.log, ends with:\n +bad flag/s,
    );
  });

  it('name a program that is not there', async () => {
    await expect(
      daemons.start({ name: 'x', command: '/no/such/program', args: [] }),
    ).rejects.toThrow('Could not start x (/no/such/program)');
  });
});
