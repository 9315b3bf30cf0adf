/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';

export interface Polled<T> {
  /** The last answer; it stays when a later request fails. */
  value?: T;
  /** Of the last request, if it failed. */
  error?: Error;
  /** No answer and no error yet. */
  loading: boolean;
  reload(): void;
}

const retryMs = 5_000;

/**
 * Asks again and again, never twice at once, and not while the page is hidden. `load` must be memoized: another one
 * starts anew. `intervalMs` says when to ask again after an answer; undefined means never.
 */
export function usePolled<T>(
  load: () => Promise<T>,
  intervalMs: (value: T) => number | undefined,
): Polled<T> {
  const [state, setState] = useState<{
    load?: () => Promise<T>;
    value?: T;
    error?: Error;
  }>({});
  const [round, setRound] = useState(0);
  const interval = useRef(intervalMs);
  interval.current = intervalMs;

  useEffect(() => {
    let stopped = false;
    let asking = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      asking = true;
      let pause: number | undefined = retryMs;
      try {
        const value = await load();
        pause = interval.current(value);
        if (!stopped) {
          setState({ load, value });
        }
      } catch (error) {
        if (!stopped) {
          setState(before => ({
            load,
            value: before.load === load ? before.value : undefined,
            error: toError(error),
          }));
        }
      }
      asking = false;
      if (!stopped && pause !== undefined) {
        timer = setTimeout(whenVisible, pause);
      }
    };
    const whenVisible = () => {
      if (!document.hidden) {
        ask();
      }
    };
    const shown = () => {
      if (!document.hidden && !asking) {
        clearTimeout(timer);
        ask();
      }
    };
    document.addEventListener('visibilitychange', shown);
    ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', shown);
    };
  }, [load, round]);

  const reload = useCallback(() => setRound(n => n + 1), []);
  const current = state.load === load ? state : {};
  return {
    value: current.value,
    error: current.error,
    loading: current.value === undefined && current.error === undefined,
    reload,
  };
}
