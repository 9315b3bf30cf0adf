/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ChangeSignal } from '@namespace-migration/plugin-migration-common';
import { ChangeSignals } from './ChangeSignals';

describe('ChangeSignals', () => {
  let told: Array<{ at: number; signal: ChangeSignal }>;
  let signals: ChangeSignals;
  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
    told = [];
    signals = new ChangeSignals(signal =>
      told.push({ at: Date.now(), signal }),
    );
  });
  afterEach(() => {
    signals.stop();
    jest.useRealTimers();
  });

  it('tells of a change at once, and once of what one step writes', () => {
    signals.changed({ planId: 'p' });
    signals.changed({ planId: 'p', migrationId: 'm' });
    signals.changed({ waveId: 'w' });
    signals.changed({ planId: 'p', migrationId: 'm' });
    signals.changed({ waveId: 'w' });
    jest.advanceTimersByTime(5_000);
    expect(told).toEqual([
      {
        at: 100,
        signal: {
          changes: [
            { planId: 'p' },
            { planId: 'p', migrationId: 'm' },
            { waveId: 'w' },
          ],
        },
      },
    ]);
  });

  it('tells of what changes all the time once in a second, and of the last change', () => {
    for (let at = 0; at < 3_000; at += 50) {
      signals.changed({ planId: 'p', migrationId: 'm' });
      jest.advanceTimersByTime(50);
    }
    jest.advanceTimersByTime(5_000);
    expect(told.map(({ at }) => at)).toEqual([100, 1_100, 2_100, 3_100]);
    expect(told.every(({ signal }) => signal.changes.length === 1)).toBe(true);
  });

  it('has one signal in a second for many migrations', () => {
    for (let number = 0; number < 200; number++) {
      signals.changed({ planId: `p${number}`, migrationId: 'm' });
      jest.advanceTimersByTime(10);
    }
    jest.advanceTimersByTime(1_000);
    expect(told.map(({ at }) => at)).toEqual([100, 1_100, 2_100]);
    expect(told.flatMap(({ signal }) => signal.changes)).toHaveLength(200);
  });

  it('says that signals arrive when there is nothing to tell, and nothing after its end', () => {
    signals.start();
    jest.advanceTimersByTime(45_000);
    expect(told).toEqual([
      { at: 0, signal: { changes: [] } },
      { at: 20_000, signal: { changes: [] } },
      { at: 40_000, signal: { changes: [] } },
    ]);
    signals.changed({ planId: 'p' });
    signals.stop();
    jest.advanceTimersByTime(60_000);
    expect(told).toHaveLength(3);
  });
});
