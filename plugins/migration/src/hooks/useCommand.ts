/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { toError } from '@backstage/errors';
import { useCallback, useState } from 'react';

export interface Command {
  running: boolean;
  error?: Error;
  /** Resolves to whether it succeeded; never rejects. */
  run(work: () => Promise<void>): Promise<boolean>;
  clear(): void;
}

/** Something that a person sets off: its progress and its error. */
export function useCommand(): Command {
  const [state, setState] = useState<{ running: boolean; error?: Error }>({
    running: false,
  });
  const run = useCallback(async (work: () => Promise<void>) => {
    setState({ running: true });
    try {
      await work();
      setState({ running: false });
      return true;
    } catch (error) {
      setState({ running: false, error: toError(error) });
      return false;
    }
  }, []);
  const clear = useCallback(() => setState({ running: false }), []);
  return { ...state, run, clear };
}
