/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { parseArgs } from 'node:util';
import { down, status, up, type EnvironmentOptions } from './environment';
import { ElapsedProgress } from './progress';

const usage = `usage: npm run clusters -- up | status | down
  --instance N                 another environment beside the first (0)
  --state DIR                  where it keeps its state
  --source-binaries DIR        Kubernetes binaries of your own for the source cluster
  --destination-binaries DIR   the same for the destination
  --without s3,registry        leave these out`;

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      instance: { type: 'string' },
      state: { type: 'string' },
      'source-binaries': { type: 'string' },
      'destination-binaries': { type: 'string' },
      without: { type: 'string' },
    },
  });
  const options: EnvironmentOptions = {
    instance:
      values.instance === undefined ? undefined : Number(values.instance),
    stateDir: values.state,
    binaries: {
      source: values['source-binaries'],
      destination: values['destination-binaries'],
    },
    without: values.without?.split(',') as EnvironmentOptions['without'],
    progress: new ElapsedProgress(line => process.stdout.write(`${line}\n`)),
  };
  switch (positionals[0]) {
    case 'up': {
      const environment = await up(options);
      for (const cluster of [environment.source, environment.destination]) {
        process.stdout.write(
          `${cluster.name}: ${cluster.server}, kubeconfig ${cluster.kubeconfigPath}\n`,
        );
      }
      return 0;
    }
    case 'status': {
      const rows = await status(options);
      for (const row of rows) {
        process.stdout.write(
          `${row.healthy ? 'ok  ' : 'DOWN'} ${row.component.padEnd(40)} ${
            row.detail
          }\n`,
        );
      }
      if (rows.length === 0) {
        process.stdout.write(
          'Nothing is up; start with: npm run clusters -- up\n',
        );
      }
      return rows.length > 0 && rows.every(row => row.healthy) ? 0 : 1;
    }
    case 'down':
      await down(options);
      return 0;
    default:
      process.stderr.write(`${usage}\n`);
      return 2;
  }
}

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  },
);
