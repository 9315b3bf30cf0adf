/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { changeDestination } from './draftChanges';
import { emptyDraft, PlanDraft } from './planDraft';

/** What a link fills in: `?entityRef=&namespaces=a,b&source=&destination=`. */
export function prefilledDraft(parameters: URLSearchParams): PlanDraft {
  const text = (name: string) => parameters.get(name) ?? '';
  const names = text('namespaces').split(',');
  const draft: PlanDraft = {
    ...emptyDraft,
    entityRef: text('entityRef'),
    source: text('source'),
    namespaces: [...new Set(names.map(name => name.trim()))]
      .filter(name => name !== '')
      .map(source => ({ source, destination: '' })),
  };
  return { ...draft, ...changeDestination(draft, text('destination')) };
}
