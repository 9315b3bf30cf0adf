/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { exampleVolume } from '../testing/examples';
import { progressOf, totalProgress } from './volumeProgress';

describe('progressOf', () => {
  it('is what was done of the total, never above it', () => {
    expect(progressOf(exampleVolume()).percent).toBe(25);
    expect(
      progressOf(exampleVolume({ bytesDone: 5, bytesTotal: 4 })).percent,
    ).toBe(100);
  });

  it('is unknown without a total, and full once copied, whatever was sent', () => {
    const { percent } = progressOf(exampleVolume({ bytesTotal: undefined }));
    expect(percent).toBeUndefined();
    const copied = exampleVolume({ state: 'copied', bytesDone: 0 });
    expect(progressOf(copied)).toMatchObject({
      percent: 100,
      secondsRemaining: undefined,
      bytesPerSecond: undefined,
    });
  });
});

describe('totalProgress', () => {
  it('weighs volumes by their bytes and waits for the slowest', () => {
    const total = totalProgress([
      exampleVolume({ state: 'copied', bytesTotal: 100, bytesDone: 100 }),
      exampleVolume({ bytesTotal: 300, bytesDone: 0, secondsRemaining: 90 }),
      exampleVolume({ bytesTotal: 0, bytesDone: 0, secondsRemaining: 10 }),
    ]);
    expect(total.percent).toBe(25);
    expect(total.secondsRemaining).toBe(90);
  });

  it('does not pass over a volume whose size is not known yet', () => {
    const copied = exampleVolume({ state: 'copied', bytesTotal: 100 });
    const copying = exampleVolume({ bytesTotal: undefined });
    expect(totalProgress([copied, copying]).percent).toBeUndefined();
    const pending = exampleVolume({ state: 'pending', bytesTotal: undefined });
    expect(totalProgress([copied, pending]).percent).toBe(50);
  });

  it('is unknown without volumes', () => {
    expect(totalProgress([]).percent).toBeUndefined();
  });
});
