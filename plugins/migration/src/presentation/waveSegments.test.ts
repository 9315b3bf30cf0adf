/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { exampleWave } from '../testing/examples';
import { waveSegments } from './waveSegments';

describe('waveSegments', () => {
  it('shows what is over first, and nothing that is empty', () => {
    const { counts } = exampleWave([
      'Waiting',
      'Succeeded',
      'Running',
      'Succeeded',
    ]);
    expect(waveSegments(counts)).toEqual([
      { state: 'Succeeded', amount: 2, share: 0.5 },
      { state: 'Running', amount: 1, share: 0.25 },
      { state: 'Waiting', amount: 1, share: 0.25 },
    ]);
    expect(waveSegments(exampleWave([]).counts)).toEqual([]);
  });
});
