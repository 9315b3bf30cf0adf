/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { toError } from '@backstage/errors';
import { Change } from '@namespace-migration/plugin-migration-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ChangeSource } from './ChangeSource';

export interface Polled<T> {
  /** The last answer; it stays when a later request fails. */
  value?: T;
  /** Of the last request, if it failed. */
  error?: Error;
  /** No answer and no error yet. */
  loading: boolean;
  reload(): void;
}

/** Asks at once when a signal tells of a change, and seldom otherwise while signals arrive. */
export interface Signaled<T> {
  /** Undefined without the signals plugin: then only time counts. */
  source?: Pick<ChangeSource, 'arrives' | 'listen'>;
  /** Whether what is shown may be another after this change. */
  concerns(change: Change, shown: T | undefined): boolean;
  /** Between two questions; 1 s by default. */
  gapMs?: number;
}

const retryMs = 5_000;
const signaledMs = 60_000;

/**
 * Asks again and again, never twice at once, and not while the page is hidden. `load` must be memoized: another one
 * starts anew. `intervalMs` says when to ask again after an answer; undefined means never, unless a signal tells of a
 * change.
 */
export function usePolled<T>(
  load: () => Promise<T>,
  intervalMs: (value: T) => number | undefined,
  signaled?: Signaled<T>,
): Polled<T> {
  const [state, setState] = useState<{
    load?: () => Promise<T>;
    value?: T;
    error?: Error;
  }>({});
  const [round, setRound] = useState(0);
  const given = useRef({ intervalMs, signaled });
  given.current = { intervalMs, signaled };
  const source = signaled?.source;

  useEffect(() => {
    let stopped = false;
    let asking = false;
    let changed = false;
    let askedAt = 0;
    let shown: T | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askAfter = (ms: number, then: () => void) => {
      clearTimeout(timer);
      timer = setTimeout(then, ms);
    };
    const ask = async () => {
      clearTimeout(timer);
      asking = true;
      changed = false;
      askedAt = Date.now();
      let pause: number | undefined = retryMs;
      let answered = false;
      try {
        shown = await load();
        answered = true;
        pause = given.current.intervalMs(shown);
        if (!stopped) {
          setState({ load, value: shown });
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
      if (stopped) {
        return;
      }
      if (changed) {
        soon();
      } else if (pause !== undefined) {
        wait(pause, answered);
      }
    };
    const whenVisible = () => {
      if (!document.hidden) {
        ask();
      }
    };
    // looks at the usual pace whether signals still arrive: without them that pace is kept
    const wait = (pause: number, answered: boolean) =>
      askAfter(pause, () => {
        if (
          answered &&
          source?.arrives &&
          Date.now() + pause <= askedAt + signaledMs
        ) {
          wait(pause, answered);
        } else {
          whenVisible();
        }
      });
    const soon = () => {
      const { gapMs = 1_000 } = given.current.signaled ?? {};
      askAfter(Math.max(0, askedAt + gapMs - Date.now()), whenVisible);
    };
    const deaf = source?.listen(changes => {
      const { signaled: now } = given.current;
      if (!now || !changes.some(change => now.concerns(change, shown))) {
        return;
      }
      if (asking) {
        // the answer on its way may be from before it
        changed = true;
      } else {
        soon();
      }
    });
    const visible = () => {
      if (!document.hidden && !asking) {
        ask();
      }
    };
    document.addEventListener('visibilitychange', visible);
    ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
      deaf?.();
      document.removeEventListener('visibilitychange', visible);
    };
  }, [load, round, source]);

  const reload = useCallback(() => setRound(n => n + 1), []);
  const current = state.load === load ? state : {};
  return {
    value: current.value,
    error: current.error,
    loading: current.value === undefined && current.error === undefined,
    reload,
  };
}
