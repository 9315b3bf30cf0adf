/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { matrixData } from './data';
import { matrixEngines } from './engines';
import { everyPair, selectedPairs } from './pairs';

describe('pairs of the matrix', () => {
  it('are all of them, or a selection with every engine and every kind of data', () => {
    expect(everyPair(matrixEngines, matrixData)).toHaveLength(
      matrixEngines.length * matrixData.length,
    );
    const selected = selectedPairs(matrixEngines, matrixData);
    expect(selected.length).toBeLessThan(
      everyPair(matrixEngines, matrixData).length / 2,
    );
    for (const engine of matrixEngines) {
      expect(selected.filter(([each]) => each === engine)).toHaveLength(2);
    }
    for (const kind of matrixData) {
      expect(
        selected.filter(([, each]) => each === kind).length,
      ).toBeGreaterThan(1);
    }
  });
});
