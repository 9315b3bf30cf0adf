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
  status,
  up,
} from '@namespace-migration/local-clusters';
import { benchObjects, ObjectsResult } from './bench/benchObjects';

const usage = `usage: npm run bench -- objects --report FILE [--sizes 1000,10000] [--instance N] [--preview] [--keep]
  Moves a namespace of so many objects between two local clusters, with kubectl and with this product in the same run,
  and writes the times and peak memory of both to FILE.

  --sizes N[,N]…   objects of the namespace, one run for each (1000,10000)
  --instance N     which local clusters (5)
  --preview        previews the plan too
  --keep           leaves the clusters up; the objects are deleted in any case
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
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const instance = Number(values.instance);
  const valid =
    positionals.join() === 'objects' &&
    values.report &&
    sizes.every(size => Number.isInteger(size) && size >= 10) &&
    Number.isInteger(instance);
  if (!valid) {
    process.stderr.write(usage);
    return 2;
  }
  const able = canRun();
  if (!able.ok) {
    process.stderr.write(`Local clusters cannot run here: ${able.reason}\n`);
    return 2;
  }
  const progress = new ElapsedProgress(line =>
    process.stdout.write(`${line}\n`),
  );
  const started = (await status({ instance })).length === 0;
  const results: ObjectsResult[] = [];
  const report = resolve(values.report!);
  try {
    const environment = await up({
      instance,
      progress,
      without: ['s3', 'registry'],
    });
    for (const size of sizes) {
      results.push(
        await benchObjects(environment, {
          size,
          preview: values.preview,
          progress,
        }),
      );
      // what was measured is kept, should the next size fail
      writeFileSync(report, `${JSON.stringify({ results }, undefined, 2)}\n`);
    }
  } finally {
    if (started && !values.keep) {
      await down({ instance, progress });
    }
  }
  progress.step(`The report is in ${report}`);
  return 0;
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
