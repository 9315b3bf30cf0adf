/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { parseCommandLine, usage, UsageError } from './commandLine';
import { down } from './down';
import type { EnvironmentOptions } from './environment';
import { ElapsedProgress } from './progress';
import { status } from './status';
import { up } from './up';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { command, options } = parseCommandLine(process.argv.slice(2));
  const shown = { ...options, progress: new ElapsedProgress(say) };
  switch (command) {
    case 'up':
      return sayUp(shown);
    case 'status':
      return sayStatus(options);
    case 'down':
      await down(shown);
      return 0;
    default:
      say(usage);
      return 0;
  }
}

async function sayUp(options: EnvironmentOptions): Promise<number> {
  const environment = await up(options);
  for (const cluster of [environment.source, environment.destination]) {
    say(
      `${cluster.name}: ${cluster.server}, kubeconfig ${cluster.kubeconfigPath}`,
    );
  }
  return 0;
}

async function sayStatus(options: EnvironmentOptions): Promise<number> {
  const rows = await status(options);
  for (const row of rows) {
    say(
      `${row.healthy ? 'ok  ' : 'DOWN'} ${row.component.padEnd(40)} ${
        row.detail
      }`,
    );
  }
  if (rows.length === 0) {
    say('Nothing is up; start with: npm run clusters -- up');
  }
  return rows.length > 0 && rows.every(row => row.healthy) ? 0 : 1;
}

main().then(
  code => process.exit(code),
  error => {
    const isUsage = error instanceof UsageError;
    process.stderr.write(
      `${(error as Error).message}\n${isUsage ? `${usage}\n` : ''}`,
    );
    process.exit(isUsage ? 2 : 1);
  },
);
