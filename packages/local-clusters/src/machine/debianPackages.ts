/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { run, tryRun } from '../command';
import type { Progress } from '../progress';

const policyFile = '/usr/sbin/policy-rc.d';

/** Installs those packages that are missing, without starting the services that some of them bring. */
export async function ensurePackages(
  packages: string[],
  progress: Progress,
): Promise<void> {
  const missing: string[] = [];
  for (const name of packages) {
    const status = await tryRun('dpkg-query', ['-W', '-f=${Status}', name]);
    if (status !== 'install ok installed') {
      missing.push(name);
    }
  }
  if (missing.length === 0) {
    return;
  }
  progress.step(`Installing Debian packages ${missing.join(' ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // Debian starts a service as soon as it is installed, unless this policy says 101.
  const kept = existsSync(policyFile) ? readFileSync(policyFile) : undefined;
  writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await run('apt-get', ['update', '-q'], { env, deadlineSeconds: 180 });
    await run(
      'apt-get',
      ['install', '-y', '-q', '--no-install-recommends', ...missing],
      { env, deadlineSeconds: 900 },
    );
  } finally {
    if (kept) {
      writeFileSync(policyFile, kept, { mode: 0o755 });
    } else {
      rmSync(policyFile, { force: true });
    }
  }
}
