/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cacheDir } from '../cacheDir';
import { run, tryRun } from '../command';
import { withLock } from '../processes/lock';
import { lastLineOf, whileWaiting, type Progress } from '../progress';

const policyFile = '/usr/sbin/policy-rc.d';

/** Installs those packages that are missing, one caller at a time, without starting the services that some of them bring. */
export async function ensurePackages(
  packages: string[],
  progress: Progress,
): Promise<void> {
  if ((await missingOf(packages)).length === 0) {
    return;
  }
  await withLock(cacheDir('apt.lock'), 1800, async () => {
    const missing = await missingOf(packages);
    if (missing.length > 0) {
      await install(missing, progress);
    }
  });
}

async function missingOf(packages: string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const name of packages) {
    const status = await tryRun('dpkg-query', ['-W', '-f=${Status}', name]);
    if (status !== 'install ok installed') {
      missing.push(name);
    }
  }
  return missing;
}

async function install(missing: string[], progress: Progress): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const logFile = cacheDir('apt.log');
  rmSync(logFile, { force: true });
  // Debian starts a service as soon as it is installed, unless this policy says 101.
  const kept = existsSync(policyFile) ? readFileSync(policyFile) : undefined;
  writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await whileWaiting(
      progress,
      `Installing Debian packages ${missing.join(' ')}`,
      async () => {
        await apt(['update', '-q'], 180);
        await apt(
          ['install', '-y', '-q', '--no-install-recommends', ...missing],
          900,
        );
      },
      { detail: () => lastLineOf(logFile) },
    );
  } finally {
    if (kept) {
      writeFileSync(policyFile, kept, { mode: 0o755 });
    } else {
      rmSync(policyFile, { force: true });
    }
  }

  async function apt(args: string[], deadlineSeconds: number): Promise<void> {
    await run(
      'apt-get',
      // another apt may be at work, for example the machine's own daily one
      ['-o', 'DPkg::Lock::Timeout=300', ...args],
      { env, logFile, deadlineSeconds: deadlineSeconds + 300 },
    );
  }
}
