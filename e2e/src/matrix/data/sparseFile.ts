/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { closeSync, openSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { MatrixData } from '../MatrixData';
import { describeDevice, differencesOfDevices, scribble } from './devices';
import { describeDirectory } from '../../independentComparison';
import { differencesOfDirectories } from './directories';

const write = (file: string, at: number, text: string) => {
  const opened = openSync(file, 'r+');
  try {
    writeSync(opened, text, at);
  } finally {
    closeSync(opened);
  }
};

export const sparseFile: MatrixData = {
  name: 'sparse file',
  storage: ({ sparseBytes }) => String(sparseBytes),
  directory: {
    fill(path, { sparseBytes }) {
      const file = join(path, 'sparse');
      closeSync(openSync(file, 'w'));
      truncateSync(file, sparseBytes);
      write(file, Math.floor(sparseBytes / 3), 'in the middle of nothing');
      write(file, sparseBytes - 4, 'end\n');
    },
    change(path, { sparseBytes }) {
      write(join(path, 'sparse'), Math.floor(sparseBytes / 2), 'changed');
    },
    describe: describeDirectory,
    differences: differencesOfDirectories,
  },
  device: {
    fill: (path, { sparseBytes }) =>
      scribble(path, [{ at: Math.floor(sparseBytes / 3), bytes: 100 }]),
    change: (path, { sparseBytes }) =>
      scribble(path, [{ at: Math.floor(sparseBytes / 2), bytes: 100 }]),
    describe: describeDevice,
    differences: differencesOfDevices,
  },
};
