/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MatrixData } from './MatrixData';
import { MatrixEngine } from './MatrixEngine';

type Pairs = Array<[MatrixEngine, MatrixData]>;

export const everyPair = (engines: MatrixEngine[], data: MatrixData[]): Pairs =>
  engines.flatMap(engine =>
    data.map((kind): [MatrixEngine, MatrixData] => [engine, kind]),
  );

/**
 * A selection in which every engine and every kind of data goes through every step; a pair of both that is not in it is
 * left to the whole matrix.
 */
export const selectedPairs = (
  engines: MatrixEngine[],
  data: MatrixData[],
): Pairs =>
  everyPair(engines, data).filter(
    ([engine, kind]) =>
      (engines.indexOf(engine) * 2 + data.indexOf(kind)) % data.length < 2,
  );
