/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { MatrixData } from '../MatrixData';
import { describeDevice, differencesOfDevices } from './devices';
import { describeDirectory } from '../../independentComparison';
import { differencesOfDirectories } from './directories';

const nothing = () => undefined;

export const empty: MatrixData = {
  name: 'empty',
  storage: () => '16Mi',
  directory: {
    fill: nothing,
    change: nothing,
    describe: describeDirectory,
    differences: differencesOfDirectories,
  },
  device: {
    fill: nothing,
    change: nothing,
    describe: describeDevice,
    differences: differencesOfDevices,
  },
};
