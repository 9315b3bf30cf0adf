/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { act, renderHook } from '@testing-library/react';
import { usePolled } from './usePolled';

describe('usePolled', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const pass = (ms: number) =>
    act(async () => {
      await jest.advanceTimersByTimeAsync(ms);
    });

  it('keeps the last answer through an error and goes on', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce(1)
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValue(2);
    const { result } = renderHook(() => usePolled(load, () => 1_000));
    expect(result.current.loading).toBe(true);
    await pass(0);
    expect(result.current.value).toBe(1);
    await pass(1_000);
    expect(result.current).toMatchObject({
      value: 1,
      error: new Error('away'),
    });
    await pass(5_000);
    expect(result.current.value).toBe(2);
    expect(result.current.error).toBeUndefined();
  });

  it('stops when the interval is undefined and after unmounting', async () => {
    const once = jest.fn(async () => 1);
    renderHook(() => usePolled(once, () => undefined));
    const often = jest.fn(async () => 1);
    const { unmount } = renderHook(() => usePolled(often, () => 1_000));
    await pass(2_500);
    expect(once).toHaveBeenCalledTimes(1);
    expect(often).toHaveBeenCalledTimes(3);
    unmount();
    await pass(10_000);
    expect(often).toHaveBeenCalledTimes(3);
  });

  it('forgets the answer of another question', async () => {
    const first = async () => 'first';
    const never = () => new Promise<string>(() => {});
    const { result, rerender } = renderHook(
      ({ load }) => usePolled(load, () => undefined),
      { initialProps: { load: first as () => Promise<string> } },
    );
    await pass(0);
    expect(result.current.value).toBe('first');
    rerender({ load: never });
    expect(result.current).toMatchObject({ value: undefined, loading: true });
  });
});
