/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { canRun, ElapsedProgress } from '@namespace-migration/local-clusters';
import { clustersOfUser } from './demo/DemoClusters';
import {
  type DemoArguments,
  parseArguments,
  usage,
  UsageError,
} from './demo/parseArguments';
import { runOnce } from './demo/runOnce';
import { stay } from './demo/stay';

const badArguments = 2;

async function main(): Promise<number> {
  let options: DemoArguments | undefined;
  try {
    options = parseArguments(process.argv.slice(2), process.env, file =>
      Boolean(statSync(file, { throwIfNoEntry: false })?.isFile()),
    );
    if (!options) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    if (options.report) {
      refuseUnwritable(options.report);
    }
    clustersOfUser(options);
  } catch (error) {
    const hint = error instanceof UsageError ? `\n\n${usage}` : '';
    process.stderr.write(`${(error as Error).message}${hint}\n`);
    return badArguments;
  }
  const able = canRun();
  if (!options.kubeconfigs && !able.ok) {
    process.stderr.write(
      `Local clusters cannot run here: ${able.reason}. They need root on Debian; give clusters that you have with --source-kubeconfig and --destination-kubeconfig\n`,
    );
    return 1;
  }
  const progress = new ElapsedProgress(line =>
    process.stdout.write(`${line}\n`),
  );
  const signal = interruption();
  if (!options.once) {
    try {
      await stay(options, progress, signal);
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
    }
    progress.step('The portal is stopped');
    return 0;
  }
  const report = resolve(options.report!);
  const failures = await runOnce({ ...options, report }, progress, signal);
  if (failures.length > 0) {
    process.stderr.write(
      `FAILED:\n${failures.map(each => `  ${each}\n`).join('')}`,
    );
  } else {
    progress.step('All of it held');
  }
  process.stdout.write(`The report is in ${report}\n`);
  return failures.length > 0 ? 1 : 0;
}

function refuseUnwritable(report: string): void {
  const file = resolve(report);
  const directory = dirname(file);
  if (!existsSync(directory)) {
    throw new Error(`--report ${report}: there is no directory ${directory}`);
  }
  if (existsSync(file) && !statSync(file).isFile()) {
    throw new Error(`--report ${report} is not a file`);
  }
  try {
    accessSync(existsSync(file) ? file : directory, constants.W_OK);
  } catch {
    throw new Error(`--report ${report} cannot be written`);
  }
}

/** Aborted by the first Ctrl-C or SIGTERM, so that everything is taken down; a later one ends at once. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  const interrupt = () => {
    if (!controller.signal.aborted) {
      first = Date.now();
      process.stdout.write(
        '\nStopping when the step under way is over; once more to end at once and leave everything as it is\n',
      );
      controller.abort(new Error('It was interrupted'));
    } else if (Date.now() - first > 1500) {
      // a terminal's Ctrl-C comes twice: from itself and from scripts/run.mjs
      process.exit(130);
    }
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return controller.signal;
}

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  },
);
