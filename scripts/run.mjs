/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
// usage: node scripts/run.mjs ENTRY.ts [arguments]: brings toolchain and dependencies, then runs the entry.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, toolchain } from './toolchain.mjs';

const env = toolchain();

/** Dependencies are installed when the lockfile is another one than at the last whole installation. */
function install() {
  const mark = join(repository, 'node_modules/.installed-lockfile');
  const hash = createHash('sha256')
    .update(readFileSync(join(repository, 'yarn.lock')))
    .digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) {
    return;
  }
  process.stderr.write(
    'Installing dependencies (a few minutes the first time)\n',
  );
  try {
    execFileSync('yarn', ['install', '--immutable'], {
      cwd: repository,
      env: { ...npmNetwork(), ...env },
      stdio: ['ignore', process.stderr, process.stderr],
    });
  } catch (error) {
    process.stderr.write(
      `Dependencies were not installed, see above (${error.message}). If it is the network: set registry and cafile for npm, or NODE_EXTRA_CA_CERTS, and run it again.\n`,
    );
    process.exit(1);
  }
  writeFileSync(mark, hash);
}

/** What npm was told of the network holds for Yarn too, which reads none of npm's files. */
function npmNetwork() {
  const told = name => {
    const value = execFileSync('npm', ['config', 'get', name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return value === 'null' || value === 'undefined' ? '' : value;
  };
  const cafile = told('cafile');
  const registry = told('registry');
  return {
    ...(cafile && { YARN_HTTPS_CA_FILE_PATH: cafile }),
    ...(registry && { YARN_NPM_REGISTRY_SERVER: registry }),
  };
}

install();
const [entry, ...args] = process.argv.slice(2);
const child = spawn(
  'node',
  ['--import', 'tsx', join(repository, entry), ...args],
  { cwd: repository, env, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) {
  // The child cleans up and ends by itself; its end is ours.
  process.on(signal, () => child.kill(signal));
}
child.on('error', error => {
  process.stderr.write(`${entry} could not be started: ${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
