/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  type LocalEnvironment,
  type Progress,
} from '@namespace-migration/local-clusters';
import { database } from '../matrix/data/database';
import { oddFiles } from '../matrix/data/oddFiles';
import { matrixEngines } from '../matrix/engines';
import { type MatrixRow } from '../matrix/MatrixRow';
import { everyPair } from '../matrix/pairs';
import { runMatrix } from '../matrix/runMatrix';
import { TestBed } from '../testBed';
import { type EngineEvidence } from './DemoReport';
import { type Portal } from './Portal';

/** Those that the portal has without a module of somebody else's. */
const engines = matrixEngines.filter(({ name }) => name !== 'tar');

/** Every engine with odd files and with a database that is being written, from the first stage to the rollback. */
export async function tryEngines(
  environment: LocalEnvironment,
  { api }: Portal,
  progress: Progress,
): Promise<EngineEvidence[]> {
  const bed = await TestBed.over(environment, api, 'demo-engines');
  try {
    const rows = await runMatrix({
      bed,
      pairs: everyPair(engines, [oddFiles, database]),
      scale: { smallFiles: 0, sparseBytes: 0 },
      onStep: step => progress.step(`every engine: ${step}`),
    });
    return engines.map(({ name }) =>
      evidenceOf(
        name,
        rows.filter(({ engine }) => engine === name),
      ),
    );
  } finally {
    await bed.close();
  }
}

export const enginesNotTried = (notTried: string): EngineEvidence[] =>
  engines.map(({ name }) => ({ engine: name, notTried }));

function evidenceOf(engine: string, rows: MatrixRow[]): EngineEvidence {
  const steps = [...new Set(rows.map(({ step }) => step))];
  return {
    engine,
    data: [...new Set(rows.map(({ data }) => data))],
    bytes: rows
      .filter(({ step }) => step === 'cutover')
      .reduce((sum, { bytes = 0 }) => sum + bytes, 0),
    steps: steps.map(step => {
      const here = rows.filter(row => row.step === step);
      return {
        step,
        differences: here.reduce((sum, row) => sum + row.differences, 0),
        compared: here[0].compared,
        seconds: Math.max(...here.map(({ seconds }) => seconds)),
      };
    }),
  };
}
