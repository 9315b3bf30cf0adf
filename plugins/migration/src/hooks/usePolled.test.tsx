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

  describe('with signals', () => {
    let tell: (planId: string) => void;
    let source: { arrives: boolean; listen: jest.Mock };
    const deaf = jest.fn();
    const hide = (hidden: boolean) => {
      Object.defineProperty(document, 'hidden', {
        configurable: true,
        get: () => hidden,
      });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    beforeEach(() => {
      source = {
        arrives: true,
        listen: jest.fn(listener => {
          tell = planId => listener([{ planId }]);
          return deaf;
        }),
      };
    });
    afterEach(() => hide(false));
    const poll = (load: () => Promise<unknown>) =>
      renderHook(() =>
        usePolled(load, () => 2_000, {
          source,
          concerns: ({ planId }) => planId === 'mine',
        }),
      );

    it('asks at once after a change that concerns it, and not for others', async () => {
      const load = jest.fn(async () => 1);
      const { unmount } = poll(load);
      await pass(1_500);
      tell('other');
      await pass(100);
      expect(load).toHaveBeenCalledTimes(1);
      tell('mine');
      await pass(0);
      expect(load).toHaveBeenCalledTimes(2);
      // more changes than one a second are one question
      tell('mine');
      await pass(500);
      tell('mine');
      expect(load).toHaveBeenCalledTimes(2);
      await pass(500);
      expect(load).toHaveBeenCalledTimes(3);
      unmount();
      expect(deaf).toHaveBeenCalled();
    });

    it('asks once more when the change came while it asked', async () => {
      const answers: Array<(value: number) => void> = [];
      const load = jest.fn(
        () => new Promise<number>(resolve => answers.push(resolve)),
      );
      const { result } = poll(load);
      tell('mine');
      await pass(5_000);
      expect(load).toHaveBeenCalledTimes(1);
      answers[0](1);
      await pass(0);
      expect(load).toHaveBeenCalledTimes(2);
      answers[1](2);
      await pass(0);
      expect(result.current.value).toBe(2);
    });

    it('asks once in a minute while signals arrive, and at its own pace when they stop', async () => {
      const load = jest.fn(async () => 1);
      poll(load);
      await pass(59_000);
      expect(load).toHaveBeenCalledTimes(1);
      await pass(2_000);
      expect(load).toHaveBeenCalledTimes(2);
      source.arrives = false;
      await pass(2_100);
      expect(load).toHaveBeenCalledTimes(3);
      await pass(2_100);
      expect(load).toHaveBeenCalledTimes(4);
    });

    it('tries again soon after an error, signals or not', async () => {
      const load = jest
        .fn()
        .mockRejectedValueOnce(new Error('away'))
        .mockResolvedValue(1);
      const { result } = poll(load);
      await pass(5_100);
      expect(result.current.value).toBe(1);
    });

    it('asks nothing while the page is hidden, and at once when it is seen again', async () => {
      const load = jest.fn(async () => 1);
      poll(load);
      await pass(0);
      hide(true);
      tell('mine');
      await pass(180_000);
      expect(load).toHaveBeenCalledTimes(1);
      hide(false);
      await pass(0);
      expect(load).toHaveBeenCalledTimes(2);
    });
  });
});
