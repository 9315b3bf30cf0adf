/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  canRun,
  down,
  ElapsedProgress,
  Progress,
  status,
  up,
} from '@namespace-migration/local-clusters';
import { benchPortal } from './bench/portal/benchPortal';
import { benchObjects, ObjectsResult } from './bench/benchObjects';

const usage = `usage: npm run bench -- objects --report FILE [--sizes 1000,10000] [--instance N] [--preview] [--keep]
       npm run bench -- portal --report FILE [--plans N] [--running N] [--rounds N] [--without-pages]

objects: moves a namespace of so many objects between two local clusters, with kubectl and with this product in the same
  run, and writes the times and peak memory of both to FILE.

  --sizes N[,N]…   objects of the namespace, one run for each (1000,10000)
  --instance N     which local clusters (5)
  --preview        previews the plan too
  --keep           leaves the clusters up; the objects are deleted in any case

portal: seeds plans into a PostgreSQL of its own, starts the portal on it, and writes the times of lists and pages to FILE.

  --plans N        (10000)
  --running N      of which a migration runs (200)
  --rounds N       requests for each list; pages are opened up to ten times (20)
  --without-pages  no browser
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      report: { type: 'string' },
      sizes: { type: 'string', default: '1000,10000' },
      instance: { type: 'string', default: '5' },
      preview: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      plans: { type: 'string', default: '10000' },
      running: { type: 'string', default: '200' },
      rounds: { type: 'string', default: '20' },
      'without-pages': { type: 'boolean', default: false },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const [instance, plans, running, rounds] = [
    values.instance,
    values.plans,
    values.running,
    values.rounds,
  ].map(Number);
  const valid =
    ['objects', 'portal'].includes(positionals.join()) &&
    values.report &&
    sizes.every(size => Number.isInteger(size) && size >= 10) &&
    [instance, plans, running, rounds].every(
      number => Number.isInteger(number) && number >= 0,
    ) &&
    rounds > 0 &&
    running <= plans;
  if (!valid) {
    process.stderr.write(usage);
    return 2;
  }
  const progress = new ElapsedProgress(line =>
    process.stdout.write(`${line}\n`),
  );
  const report = resolve(values.report!);
  // what was measured is kept, should what comes after it fail
  const keep = (results: object[]) =>
    writeFileSync(report, `${JSON.stringify({ results }, undefined, 2)}\n`);
  if (positionals.join() === 'portal') {
    const pages = !values['without-pages'];
    keep([await benchPortal({ plans, running, rounds, pages, progress })]);
  } else {
    const able = canRun();
    if (!able.ok) {
      process.stderr.write(`Local clusters cannot run here: ${able.reason}\n`);
      return 2;
    }
    await benchSizes({
      ...{ instance, sizes, progress, keep },
      ...{ preview: values.preview, leaveUp: values.keep },
    });
  }
  progress.step(`The report is in ${report}`);
  return 0;
}

/** A run for each size. */
async function benchSizes(options: {
  instance: number;
  sizes: number[];
  preview: boolean;
  keep: (results: object[]) => void;
  leaveUp: boolean;
  progress: Progress;
}): Promise<void> {
  const { instance, sizes, preview, progress } = options;
  const started = (await status({ instance })).length === 0;
  const results: ObjectsResult[] = [];
  try {
    const environment = await up({
      instance,
      progress,
      without: ['s3', 'registry'],
    });
    for (const size of sizes) {
      results.push(
        await benchObjects(environment, { size, preview, progress }),
      );
      options.keep(results);
    }
  } finally {
    if (started && !options.leaveUp) {
      await down({ instance, progress });
    }
  }
}

main().then(
  code => process.exit(code),
  error => {
    // what a backend refused with
    const said = error.body?.error?.message ?? '';
    process.stderr.write(`${(error as Error).stack}\n${said}\n`);
    process.exit(1);
  },
);
