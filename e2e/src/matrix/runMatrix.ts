/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Migration,
  PlanInput,
  VolumeProgress,
} from '@namespace-migration/plugin-migration-common';
import { TestBed } from '../testBed';
import { MatrixCell } from './MatrixCell';
import { MatrixData, MatrixScale } from './MatrixData';
import { MatrixEngine } from './MatrixEngine';
import { MatrixRow, MatrixStep } from './MatrixRow';

export interface MatrixOptions {
  bed: TestBed;
  /** Which engine with which data. */
  pairs: Array<[MatrixEngine, MatrixData]>;
  scale: MatrixScale;
  onRow?(row: MatrixRow): void;
  onStep?(text: string): void;
}

/**
 * Every engine with every kind of data in one namespace and one plan, staged, changed, staged again, cut over and
 * rolled back. After each step every volume is compared by the test's own reading.
 */
export async function runMatrix(options: MatrixOptions): Promise<MatrixRow[]> {
  const { bed, pairs, scale } = options;
  const destination = `${bed.namespace}-moved`;
  const cells = pairs.map(
    ([engine, data]) => new MatrixCell(bed, destination, engine, data, scale),
  );
  const frozen = mkdtempSync(join(tmpdir(), 'matrix-'));
  const rows: MatrixRow[] = [];
  const record = async (
    step: MatrixStep,
    migration: Migration,
    differences: (cell: MatrixCell) => Promise<number>,
  ) => {
    for (const cell of cells) {
      const oneSided =
        step === 'rollback' || (step !== 'cutover' && !cell.engine.staged);
      const row: MatrixRow = {
        engine: cell.engine.name,
        data: cell.data.name,
        step,
        differences: await differences(cell),
        compared: oneSided ? 'source before and after' : 'both sides',
        bytes: bytesOf(migration, cell.claim),
        seconds: secondsOf(migration, cell.claim),
      };
      rows.push(row);
      options.onRow?.(row);
    }
  };
  try {
    options.onStep?.('Filling the volumes');
    await fillVolumes(options, cells);
    const plan = await bed.plan('matrix', destination, planOf(bed, cells));
    const [blocking] = plan.conditions.filter(({ category }) =>
      ['Critical', 'Error'].includes(category),
    );
    if (blocking) {
      throw new Error(`${blocking.type}: ${blocking.message}`);
    }
    for (const step of ['stage', 'second stage'] as const) {
      options.onStep?.(step);
      if (step === 'second stage') {
        await each(cells, cell => cell.change());
      }
      await each(cells, cell => cell.remember());
      const since = Date.now();
      const stage = await bed.backend.run(plan.id, 'stage', 'Completed', 3600);
      await record(step, stage, cell => cell.afterStage(since));
    }
    options.onStep?.('cutover');
    await each(cells, async cell => {
      await cell.change();
      await cell.remember();
      if (cell.lives && cell.engine.shared) {
        await cell.freeze(frozen);
      }
    });
    const cutover = await bed.backend.run(
      plan.id,
      'cutover',
      'Completed',
      3600,
    );
    await record('cutover', cutover, cell => cell.afterCutover());
    options.onStep?.('rollback');
    await each(cells, async cell => {
      if (cell.lives && !cell.engine.shared) {
        await cell.freeze(frozen);
      }
    });
    const rollback = await bed.backend.run(
      plan.id,
      'rollback',
      'Completed',
      3600,
    );
    await record('rollback', rollback, cell => cell.afterRollback());
    const leftovers = await bed.leftovers();
    if (leftovers.length > 0) {
      throw new Error(`Left on the clusters: ${leftovers.join(', ')}`);
    }
    return rows;
  } finally {
    rmSync(frozen, { recursive: true, force: true });
    for (const engine of enginesOf(cells)) {
      await engine.cleanUp?.(bed);
    }
  }
}

const enginesOf = (cells: MatrixCell[]) => [
  ...new Set(cells.map(({ engine }) => engine)),
];

async function fillVolumes(
  { bed }: MatrixOptions,
  cells: MatrixCell[],
): Promise<void> {
  const core = `/api/v1/namespaces/${bed.namespace}/persistentvolumeclaims`;
  for (const engine of enginesOf(cells)) {
    await engine.prepare?.(
      bed,
      cells.filter(cell => cell.engine === engine).map(({ claim }) => claim),
    );
  }
  for (const cell of cells) {
    await bed.call(bed.source, core, 'POST', cell.claimObject());
  }
  await bed.until('the claims are bound', async () =>
    (
      await bed.call(bed.source, core)
    ).items.every(({ status }: any) => status.phase === 'Bound'),
  );
  await each(cells, cell => cell.fill());
  for (const cell of cells.filter(({ lives }) => lives)) {
    await bed.call(
      bed.source,
      `/apis/apps/v1/namespaces/${bed.namespace}/deployments`,
      'POST',
      cell.writerObject(bed.environment.images.demo),
    );
  }
  await bed.until('the writers write', async () =>
    (
      await bed.pods(bed.source, bed.namespace)
    ).every(({ status }) => status.phase === 'Running'),
  );
  // so that there is something finished to compare
  await new Promise(resolve => setTimeout(resolve, 8_000));
}

function planOf(bed: TestBed, cells: MatrixCell[]): Partial<PlanInput> {
  return {
    volumes: cells.map(({ claim, engine }) => ({
      namespace: bed.namespace,
      claim,
      ...engine.selection,
    })),
    options: { parallelVolumes: 10 },
    ...Object.assign({}, ...cells.map(({ engine }) => engine.plan ?? {})),
  };
}

function bytesOf({ volumes }: Migration, claim: string): number | undefined {
  const volume = volumes.find(candidate => candidate.claim === claim);
  return volume?.proof?.bytes ?? volume?.bytesTotal;
}

function secondsOf(migration: Migration, claim: string): number {
  const between = (from?: string, to?: string) =>
    from && to ? (Date.parse(to) - Date.parse(from)) / 1000 : undefined;
  const volume: VolumeProgress | undefined = migration.volumes.find(
    candidate => candidate.claim === claim,
  );
  const pass = between(volume?.passStartedAt, volume?.passEndedAt);
  return pass === undefined
    ? between(migration.startedAt, migration.endedAt)!
    : pass + (volume!.proof?.seconds ?? 0);
}

async function each(
  cells: MatrixCell[],
  work: (cell: MatrixCell) => Promise<void>,
): Promise<void> {
  for (const cell of cells) {
    await work(cell);
  }
}
