/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useRef, useState } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { PlanDraft } from './planDraft';
import { WizardStep } from './steps';

export interface DraftKeeper {
  /** Keeps the draft unless it is kept already; in the background, one after the other. */
  keep(draft: PlanDraft, step: WizardStep): void;
  /** It has become a plan. */
  discard(): Promise<void>;
  /** Why it was not kept at the last try. */
  error?: Error;
}

export interface DraftKeeperOptions {
  /** Of the draft that is resumed. */
  draftId?: string;
  /** The plan that the draft shall change. */
  planId?: string;
  /** What the form held at first: that alone is not worth a draft. */
  initial: PlanDraft;
  onCreated(draftId: string): void;
}

export function useDraftKeeper(options: DraftKeeperOptions): DraftKeeper {
  const api = useApi(migrationApiRef);
  const [error, setError] = useState<Error>();
  const { planId } = options;
  const id = useRef(options.draftId);
  const kept = useRef(JSON.stringify(options.initial));
  const tried = useRef(kept.current);
  const keptAt = useRef<WizardStep>();
  const queue = useRef(Promise.resolve());
  const created = useRef(options.onCreated);
  created.current = options.onCreated;

  const keep = useCallback(
    (draft: PlanDraft, step: WizardStep) => {
      const text = JSON.stringify(draft);
      // a step alone is not worth a draft, but is part of one
      if (text === kept.current && [undefined, step].includes(keptAt.current)) {
        return;
      }
      kept.current = text;
      tried.current = text;
      keptAt.current = step;
      const body = { input: { ...draft }, step, planId };
      queue.current = queue.current
        .then(async () => {
          if (id.current) {
            await api.updateDraft(id.current, body);
          } else {
            id.current = (await api.createDraft(body)).id;
            created.current(id.current);
          }
          setError(undefined);
        })
        .catch(failure => {
          // tried again at the next change, or when the step is left
          kept.current = '';
          setError(toError(failure));
        });
    },
    [api, planId],
  );

  const discard = useCallback(async () => {
    await queue.current;
    const old = id.current;
    id.current = undefined;
    // not again what the plan holds now
    kept.current = tried.current;
    keptAt.current = undefined;
    if (old) {
      // one that is left over is seen on the page Plans and deleted there
      await api.deleteDraft(old).catch(() => {});
    }
  }, [api]);

  return { keep, discard, error };
}
