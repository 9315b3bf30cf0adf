/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
// Plain Node >= 18 without dependencies: this runs before anything is installed.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const NODE = '24.21.0';
const YARN = '4.18.1';

const cache = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'namespace-migration',
);

function outputOf(command, args, env = process.env) {
  try {
    return execFileSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env,
    }).trim();
  } catch {
    return '';
  }
}

/** Whether a Node is one that Backstage 1.55 supports and that has zstd, which @kubernetes/client-node 2 needs. */
function fits(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 15);
}

/**
 * An environment whose PATH begins with the right Node and Yarn: those on PATH when they fit, else pinned npm packages
 * in the cache. Native modules are built against the headers that lie beside that Node.
 */
export function toolchain(
  log = message => process.stderr.write(`${message}\n`),
) {
  const present =
    fits(outputOf('node', ['--version'])) &&
    /^4\./.test(outputOf('yarn', ['--version']));
  if (present) {
    return { ...process.env };
  }
  const dir = join(cache, `toolchain-node-${NODE}-yarn-${YARN}`);
  if (!existsSync(join(dir, 'complete'))) {
    log(
      `Fetching Node ${NODE} and Yarn ${YARN} from the npm registry (once, into ${dir})`,
    );
    mkdirSync(cache, { recursive: true });
    const fresh = mkdtempSync(join(cache, 'toolchain-'));
    writeFileSync(join(fresh, 'package.json'), '{"private":true}');
    execFileSync(
      'npm',
      [
        'install',
        '--no-audit',
        '--no-fund',
        '--no-package-lock',
        '--prefix',
        fresh,
        `node@${NODE}`,
        `@yarnpkg/cli-dist@${YARN}`,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    writeFileSync(join(fresh, 'complete'), '');
    // An interrupted installation never gets the name.
    rmSync(dir, { recursive: true, force: true });
    renameSync(fresh, dir);
  }
  const node = ['node/node_modules', '.']
    .map(part =>
      join(
        dir,
        'node_modules',
        part,
        `node-${process.platform}-${process.arch}`,
      ),
    )
    .find(existsSync);
  if (!node) {
    throw new Error(
      `The npm package node@${NODE} brings no binary for ${process.platform}-${process.arch}; install Node 24 and Yarn 4 yourself`,
    );
  }
  return {
    ...process.env,
    PATH: [
      join(node, 'bin'),
      join(dir, 'node_modules/.bin'),
      process.env.PATH,
    ].join(delimiter),
    npm_config_nodedir: node,
  };
}

export const repository = dirname(dirname(new URL(import.meta.url).pathname));
