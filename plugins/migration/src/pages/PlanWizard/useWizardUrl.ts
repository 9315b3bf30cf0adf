/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { useCallback, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readStep, WizardStep } from './steps';

/** Step and draft stand in the URL; each step is an entry of the browser's history. */
export function useWizardUrl() {
  const [parameters, setParameters] = useSearchParams();
  // what is set late, when a draft was kept, changes the URL of then and not the one of now
  const latest = useRef(setParameters);
  latest.current = setParameters;
  const set = useCallback(
    (name: string, value: string | undefined, replace: boolean) =>
      latest.current(
        before => {
          const next = new URLSearchParams(before);
          if (value === undefined) {
            next.delete(name);
          } else {
            next.set(name, value);
          }
          if (name === 'step') {
            // they belong to the preview of the step Review
            next.delete('outcome');
            next.delete('objectsPage');
          }
          return next;
        },
        { replace },
      ),
    [],
  );
  return {
    step: readStep(parameters.get('step')),
    goTo: useCallback((step: WizardStep) => set('step', step, false), [set]),
    /** Undefined when there is none any more. */
    setDraft: useCallback(
      (id: string | undefined) => set('draft', id, true),
      [set],
    ),
  };
}
