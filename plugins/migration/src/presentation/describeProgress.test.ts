/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { english } from '../testing/english';
import { exampleVolume } from '../testing/examples';
import { describeProgress } from './describeProgress';

const volume = {
  bytesDone: 1024,
  bytesTotal: 4096,
  filesDone: 1,
  filesTotal: 2000,
  bytesPerSecond: 512,
  secondsRemaining: 6,
};

describe('describeProgress', () => {
  it('tells what was done of what there is, the rate and the time left', () => {
    expect(describeProgress(exampleVolume(volume), english)).toMatch(
      /^1 KiB of 4 KiB · 1 of 2,000 files · 512 B\/s · 6 s left/,
    );
  });

  it('says one number where both are the same, and one file as one', () => {
    const whole = { ...volume, bytesDone: 4096, filesTotal: 1 };
    expect(describeProgress(exampleVolume(whole), english)).toMatch(
      /^4 KiB · 1 file · /,
    );
  });

  it('tells the comparison once there is one', () => {
    const proof = {
      mode: 'full' as const,
      files: 3,
      directories: 1,
      bytes: 2048,
      differences: 0,
      verifiedAt: '2026-11-23T17:04:00.000Z',
    };
    expect(describeProgress(exampleVolume({ proof }), english)).toBe(
      '2 KiB in 3 files compared · 0 differences',
    );
  });
});
