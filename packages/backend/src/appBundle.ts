/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(__dirname, '../../..');
/** What a bundle is made of besides its own folder and what yarn.lock pins. */
const shared = [
  'plugins/migration/src',
  'plugins/migration/package.json',
  'plugins/migration-common/src',
  'yarn.lock',
];

/** Builds packages/<name>/dist, unless it was built from these very sources. @throws with the build's exit code */
export async function buildAppBundle(
  name: string,
  log: (line: string) => void,
): Promise<void> {
  const app = join(repository, 'packages', name);
  const stamp = join(app, 'dist/.sources.sha256');
  const wanted = fingerprint([
    ...['src', 'public', 'package.json'].map(
      part => `packages/${name}/${part}`,
    ),
    ...shared,
  ]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    log('The app bundle is up to date');
    return;
  }
  log('Building the app bundle (about 15 s)');
  const child = spawn(
    process.execPath,
    [require.resolve('@backstage/cli/bin/backstage-cli'), 'package', 'build'],
    {
      cwd: app,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  const [code, signal] = await once(child, 'exit');
  if (code !== 0) {
    throw new Error(
      `The app bundle was not built (${
        signal ?? `exit code ${code}`
      }), see the messages above; 'yarn workspace ${name} build' runs the same`,
    );
  }
  writeFileSync(stamp, wanted);
}

function fingerprint(sources: string[]): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesOf).sort()) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(repository, path)));
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (/\.test\.tsx?$/.test(path)) {
    return [];
  }
  try {
    return readdirSync(join(repository, path)).flatMap(name =>
      filesOf(`${path}/${name}`),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') {
      return [path];
    }
    throw error;
  }
}
