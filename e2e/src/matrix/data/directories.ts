/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { differentLines } from '../../demo/checks/differentLines';
import { describeDirectory } from '../../independentComparison';
import { Content } from '../MatrixData';

/** Two directories to which nobody writes. */
export const differencesOfDirectories: Content['differences'] = ({
  source,
  copy,
}) => differentLines(describeDirectory(source), describeDirectory(copy));
