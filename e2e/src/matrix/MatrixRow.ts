/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
export type MatrixStep = 'stage' | 'second stage' | 'cutover' | 'rollback';

/** One cell of the matrix after one step. */
export interface MatrixRow {
  engine: string;
  data: string;
  step: MatrixStep;
  /** Found by the test's own reading, never by a mover. */
  differences: number;
  /** What was laid side by side: both copies, or the source with what it was before the step. */
  compared: 'both sides' | 'source before and after';
  /** That were compared in the volume, as far as the product knows. */
  bytes?: number;
  /** Of this volume's passes and proof; of the whole migration where a step has none. */
  seconds: number;
}
