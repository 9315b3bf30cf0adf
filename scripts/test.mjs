/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
// One script name, two callers: `npm test` runs every test there is, `yarn test` the unit tests alone.
import { spawn } from 'node:child_process';

const unitOnly = (process.env.npm_config_user_agent ?? '').startsWith('yarn');
const [command, args] = unitOnly
  ? [
      'backstage-cli',
      ['repo', 'test', '--watchAll=false', ...process.argv.slice(2)],
    ]
  : [
      process.execPath,
      ['scripts/run.mjs', 'e2e/src/runAllTests.ts', ...process.argv.slice(2)],
    ];
const child = spawn(command, args, { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', code => process.exit(code ?? 1));
