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
  up,
} from '@namespace-migration/local-clusters';
import { matrixData } from './matrix/data';
import { matrixEngines } from './matrix/engines';
import { matrixBed } from './matrix/matrixBed';
import { MatrixRow } from './matrix/MatrixRow';
import { everyPair } from './matrix/pairs';
import { runMatrix } from './matrix/runMatrix';

const INSTANCE = 6;
const usage =
  'usage: npm run matrix -- --report FILE [--engine NAME]... [--small]\n';

/** The whole matrix on two local clusters of its own; ends with 1 when a cell differs. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      report: { type: 'string' },
      engine: { type: 'string', multiple: true },
      small: { type: 'boolean', default: false },
    },
  });
  if (!values.report) {
    process.stderr.write(usage);
    return 2;
  }
  const engines = matrixEngines.filter(
    ({ name }) => !values.engine || values.engine.includes(name),
  );
  const able = canRun();
  if (!able.ok || engines.length === 0) {
    process.stderr.write(
      able.ok
        ? `There is no engine of that name; there are ${matrixEngines
            .map(({ name }) => name)
            .join(', ')}\n`
        : `Local clusters cannot run here: ${able.reason}\n`,
    );
    return 2;
  }
  const progress = new ElapsedProgress(line =>
    process.stdout.write(`${line}\n`),
  );
  const environment = { instance: INSTANCE, progress };
  const rows: MatrixRow[] = [];
  let failure: unknown;
  await down(environment);
  try {
    const { stateDir } = await up(environment);
    process.env.NAMESPACE_MIGRATION_INSTANCE = String(INSTANCE);
    process.env.NAMESPACE_MIGRATION_STATE = stateDir;
    const bed = await matrixBed(7225, 'matrix');
    try {
      await runMatrix({
        bed,
        pairs: everyPair(engines, matrixData),
        scale: values.small
          ? { smallFiles: 2000, sparseBytes: 64 * 2 ** 20 }
          : { smallFiles: 50_000, sparseBytes: 2 * 2 ** 30 },
        onStep: text => progress.step(text),
        onRow: row => {
          rows.push(row);
          process.stdout.write(
            `${row.step.padEnd(13)} ${row.engine.padEnd(11)} ${row.data.padEnd(
              12,
            )} ${row.differences} differences, ${row.seconds.toFixed(1)} s\n`,
          );
        },
      });
    } finally {
      await bed.close();
    }
  } catch (error) {
    failure = error;
  } finally {
    await down(environment);
  }
  writeFileSync(
    resolve(values.report),
    `${JSON.stringify(
      { rows, failure: failure && String(failure) },
      null,
      2,
    )}\n`,
  );
  const different = rows.filter(({ differences }) => differences !== 0);
  process.stdout.write(
    `${rows.length} cells, ${different.length} with differences\n`,
  );
  if (failure) {
    process.stderr.write(`${failure}\n`);
  }
  return failure || different.length > 0 ? 1 : 0;
}

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  },
);
