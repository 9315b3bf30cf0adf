/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from '../cacheDir';
import { run } from '../command';
import { ensurePackages } from '../machine/debianPackages';
import { lastLineOf, whileWaiting, type Progress } from '../progress';

/** A root file system of Debian packages as a tar file, made once for each recipe and kept outside the checkout. */
export async function debianLayer(
  recipe: { release: 'bookworm' | 'trixie'; packages: string[] },
  progress: Progress,
): Promise<string> {
  const key = createHash('sha256')
    .update(JSON.stringify(recipe))
    .digest('hex')
    .slice(0, 16);
  const dir = cacheDir('images');
  const target = join(dir, `${recipe.release}-${key}.tar`);
  if (existsSync(target)) {
    return target;
  }
  await ensurePackages(['mmdebstrap'], progress);
  mkdirSync(dir, { recursive: true });
  const lists = await run('apt-get', [
    'indextargets',
    '--format',
    '$(REPO_URI)',
    'Created-By: Packages',
  ]);
  const mirror = lists.split('\n').find(line => /\/debian\/?$/.test(line));
  if (!mirror) {
    throw new Error(
      'No Debian mirror is configured on this machine (apt-get indextargets names none); add one to /etc/apt',
    );
  }
  const logFile = join(dir, 'build.log');
  await whileWaiting(
    progress,
    `Building a ${recipe.release} root with ${recipe.packages.join(' ')}`,
    () =>
      run(
        'mmdebstrap',
        [
          '--variant=essential',
          '--mode=root',
          `--include=${recipe.packages.join(',')}`,
          '--dpkgopt=path-exclude=/usr/share/doc/*',
          '--dpkgopt=path-exclude=/usr/share/man/*',
          '--dpkgopt=path-exclude=/usr/share/locale/*',
          recipe.release,
          `${target}.new.tar`,
          mirror,
        ],
        { deadlineSeconds: 900, logFile },
      ),
    { detail: () => lastLineOf(logFile) },
  );
  renameSync(`${target}.new.tar`, target);
  return target;
}
