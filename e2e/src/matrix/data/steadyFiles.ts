/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeDirectory } from '../../independentComparison';
import { MatrixData } from '../MatrixData';
import { describeDevice, differencesOfDevices, scribble } from './devices';
import { differencesOfDirectories } from './directories';

const MIB = 1 << 20;
const LARGE = 24 * MIB;

function write(path: string, round: number): void {
  writeFileSync(join(path, 'large'), randomBytes(LARGE));
  const directory = join(path, `round-${round}`);
  mkdirSync(directory);
  for (let file = 0; file < 300; file += 1) {
    writeFileSync(join(directory, `${file}`), `${round} ${file}\n`);
  }
}

let rounds = 0;

/** Enough that a pass with a limit takes its time, and all of it again in each round. Not a row of the matrix. */
export const steadyFiles: MatrixData = {
  name: 'steady files',
  storage: () => '64Mi',
  directory: {
    fill: path => write(path, 0),
    change(path) {
      for (let round = 0; round <= rounds; round += 1) {
        rmSync(join(path, `round-${round}`), { recursive: true, force: true });
      }
      rounds += 1;
      write(path, rounds);
    },
    describe: describeDirectory,
    differences: differencesOfDirectories,
  },
  device: {
    fill: path => scribble(path, [{ at: 3 * MIB, bytes: LARGE }]),
    change: path => scribble(path, [{ at: 5 * MIB + 1, bytes: LARGE }]),
    describe: describeDevice,
    differences: differencesOfDevices,
  },
};
