/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MatrixData } from '../MatrixData';
import { describeDevice, differencesOfDevices, scribble } from './devices';
import { describeDirectory } from '../../independentComparison';
import { differencesOfDirectories } from './directories';

const PER_DIRECTORY = 500;
const BLOCK = 4096;

const pathOf = (root: string, index: number) =>
  join(root, `d${Math.floor(index / PER_DIRECTORY)}`, `f${index}`);

export const smallFiles: MatrixData = {
  name: 'small files',
  storage: () => '512Mi',
  directory: {
    fill(path, { smallFiles: count }) {
      for (let index = 0; index < count; index += 1) {
        if (index % PER_DIRECTORY === 0) {
          mkdirSync(join(path, `d${index / PER_DIRECTORY}`));
        }
        writeFileSync(
          pathOf(path, index),
          `file ${index}\n`.repeat(1 + (index % 50)),
        );
      }
    },
    change(path, { smallFiles: count }) {
      for (let index = 0; index < count; index += 10) {
        writeFileSync(pathOf(path, index), `changed ${index}\n`);
        rmSync(pathOf(path, index + 1), { force: true });
        writeFileSync(`${pathOf(path, index)}-new`, `new ${index}\n`);
      }
    },
    describe: describeDirectory,
    differences: differencesOfDirectories,
  },
  // of a device, blocks far from each other
  device: {
    fill(path, { smallFiles: count }) {
      scribble(
        path,
        Array.from({ length: count / 10 }, (_, index) => ({
          at: index * 10 * BLOCK,
          bytes: 100,
        })),
      );
    },
    change(path, { smallFiles: count }) {
      scribble(
        path,
        Array.from({ length: count / 1000 }, (_, index) => ({
          at: (index * 1000 + 5) * BLOCK,
          bytes: 100,
        })),
      );
    },
    describe: describeDevice,
    differences: differencesOfDevices,
  },
};
