/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ChangeSource } from './ChangeSource';

describe('ChangeSource', () => {
  const unsubscribe = jest.fn();
  const signal = jest.fn();
  const subscribe = jest.fn((_channel: string, onMessage: any) => {
    signal.mockImplementation(onMessage);
    return { unsubscribe };
  });
  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
  });
  afterEach(() => jest.useRealTimers());

  it('has one subscription for all who listen, while somebody does', () => {
    const source = new ChangeSource({ subscribe } as any);
    const [one, other] = [jest.fn(), jest.fn()];
    const ends = [source.listen(one), source.listen(other)];
    expect(subscribe).toHaveBeenCalledTimes(1);
    expect(subscribe.mock.calls[0][0]).toBe('migration');
    signal({ changes: [{ planId: 'p' }] });
    signal({ changes: [] });
    expect(one.mock.calls).toEqual([[[{ planId: 'p' }]]]);
    expect(other).toHaveBeenCalledTimes(1);
    ends[0]();
    expect(unsubscribe).not.toHaveBeenCalled();
    ends[1]();
    expect(unsubscribe).toHaveBeenCalledTimes(1);
    expect(source.arrives).toBe(false);
  });

  it('relies on signals only when one has arrived, and until they stay away', () => {
    const source = new ChangeSource({ subscribe } as any);
    source.listen(() => {});
    expect(source.arrives).toBe(false);
    signal({ changes: [] });
    expect(source.arrives).toBe(true);
    jest.advanceTimersByTime(44_000);
    expect(source.arrives).toBe(true);
    jest.advanceTimersByTime(2_000);
    expect(source.arrives).toBe(false);
  });
});
