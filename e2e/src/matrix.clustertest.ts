/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { matrixData } from './matrix/data';
import { matrixEngines } from './matrix/engines';
import { matrixBed } from './matrix/matrixBed';
import { selectedPairs } from './matrix/pairs';
import { runMatrix } from './matrix/runMatrix';
import { TestBed } from './testBed';

/** A selection; `npm run matrix` runs all of it. */
describe('every engine, and every kind of data', () => {
  let bed: TestBed;

  beforeAll(async () => {
    bed = await matrixBed(7224, 'matrix');
  });

  afterAll(() => bed?.close());

  it('arrives and comes back without a difference', async () => {
    const pairs = selectedPairs(matrixEngines, matrixData);
    const rows = await runMatrix({
      bed,
      pairs,
      scale: { smallFiles: 2000, sparseBytes: 64 * 1024 * 1024 },
    });
    expect(rows.filter(({ differences }) => differences !== 0)).toEqual([]);
    expect(rows).toHaveLength(pairs.length * 4);
  });
});
