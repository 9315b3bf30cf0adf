/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { matrixData } from './matrix/data';
import { matrixEngines } from './matrix/engines';
import { runMatrix } from './matrix/runMatrix';
import { matrixBed } from './matrix/matrixBed';
import { TestBed } from './testBed';

describe('every engine with every kind of data', () => {
  let bed: TestBed;

  beforeAll(async () => {
    bed = await matrixBed(7224, 'matrix');
  });

  afterAll(() => bed?.close());

  it('arrives and comes back without a difference', async () => {
    const rows = await runMatrix({
      bed,
      engines: matrixEngines,
      data: matrixData,
      scale: { smallFiles: 2000, sparseBytes: 64 * 1024 * 1024 },
    });
    expect(rows.filter(({ differences }) => differences !== 0)).toEqual([]);
    expect(rows).toHaveLength(matrixEngines.length * matrixData.length * 4);
  });
});
