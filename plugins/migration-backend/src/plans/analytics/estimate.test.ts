/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { DEFAULTS, estimate, MeasuredRun } from './estimate';

const MIB = 2 ** 20;
const run = (change: Partial<MeasuredRun>): MeasuredRun => ({
  method: 'direct',
  bytes: 1000 * MIB,
  windowDataSeconds: 0,
  ...change,
});
const volume = { method: 'direct', capacityBytes: 400 * MIB };

describe('estimate', () => {
  it('is none when nothing is copied', () => {
    expect(estimate([], [])).toBeUndefined();
  });

  it('takes named defaults where nothing was measured, and the capacity where the use is unknown', () => {
    expect(estimate([volume, { ...volume, usedBytes: 100 * MIB }], [])).toEqual(
      {
        bytes: 500 * MIB,
        ofCapacity: 400 * MIB,
        copySeconds: 30 + 10,
        windowSeconds: 60 + 5,
        copy: {
          kind: 'default',
          bytesPerSecond: DEFAULTS.copyBytesPerSecond,
          fixedSeconds: 30,
        },
        window: {
          kind: 'default',
          bytesPerSecond: DEFAULTS.windowBytesPerSecond,
          fixedSeconds: 60,
        },
      },
    );
  });

  it('takes the rate of first passes, large ones more than small ones', () => {
    const { copy, copySeconds } = estimate(
      [volume],
      [
        run({ firstPassSeconds: 100 }),
        run({ bytes: 200 * MIB, firstPassSeconds: 50 }),
        // a later pass, one that is too small, another engine
        run({ bytes: 9000 * MIB }),
        run({ bytes: MIB, firstPassSeconds: 1 }),
        run({ method: 'indirect', firstPassSeconds: 1 }),
      ],
    )!;
    expect(copy).toEqual({
      kind: 'measured',
      runs: 2,
      bytesPerSecond: 8 * MIB,
      fixedSeconds: 0,
    });
    expect(copySeconds).toBe(50);
  });

  it('parts the window into what depends on the data and what does not', () => {
    const { window, windowSeconds } = estimate(
      [volume],
      [
        run({ windowSeconds: 70, windowDataSeconds: 50 }),
        run({ windowSeconds: 80, windowDataSeconds: 50 }),
        run({ windowSeconds: 500, windowDataSeconds: 50 }),
      ],
    )!;
    expect(window).toEqual({
      kind: 'measured',
      runs: 3,
      bytesPerSecond: 20 * MIB,
      // the median: one that waited for something says little
      fixedSeconds: 30,
    });
    expect(windowSeconds).toBe(50);
  });
});
