/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { examplePlan } from '../../testing/examples';
import { draftOf, emptyDraft, inputOfPlan } from './planDraft';
import { knownFields, wizardErrors } from './wizardErrors';

const condition = {
  type: 'NamespaceNotFound',
  category: 'Critical' as const,
  field: 'namespaces[0].source',
  message: 'not there',
};
const plan = examplePlan({ conditions: [condition] });
const draft = draftOf(inputOfPlan(plan));
const texts = (problem: string) => `text of ${problem}`;
const none = new Set<never>();

describe('wizardErrors', () => {
  it('tells what is missing only of steps that were left', () => {
    const seen = new Set(['general'] as const);
    expect(wizardErrors({ draft: emptyDraft, seen }, texts)).toEqual({
      name: 'text of nameMissing',
      source: 'text of sourceMissing',
      destination: 'text of destinationMissing',
    });
    expect(wizardErrors({ draft: emptyDraft, seen: none }, texts)).toEqual({});
  });

  it('shows what was found in the saved plan until that part changes', () => {
    expect(wizardErrors({ draft, plan, seen: none }, texts)).toEqual({
      'namespaces[0].source': 'not there',
    });
    const changed = {
      ...draft,
      namespaces: [{ source: 'other', destination: '' }],
    };
    expect(wizardErrors({ draft: changed, plan, seen: none }, texts)).toEqual(
      {},
    );
  });

  it.each([
    [
      'request/body/transforms/0/patch/0/op must be equal',
      'transforms[0].patch',
    ],
    ["objects.includedKinds[1]: 'X' is no kind", 'objects.includedKinds'],
    ["transforms[0].patch[0].path: '/x' is wrong", 'transforms[0].patch'],
    ['A plan named shop exists already; choose another', 'name'],
    ['the database is away', ''],
  ])('puts the refusal "%s" at "%s"', (message, field) => {
    const transforms = [{ name: 'a', target: { kind: 'Pod' }, patch: '[1]' }];
    const errors = wizardErrors(
      {
        draft: { ...draft, transforms },
        seen: none,
        refusal: new Error(message),
      },
      texts,
    );
    expect(Object.keys(errors)).toEqual([field]);
  });

  it('knows inner fields before those around them', () => {
    const known = knownFields(draft);
    expect(known.indexOf('namespaces[0].destination')).toBeLessThan(
      known.indexOf('namespaces[0]'),
    );
    expect(known.indexOf('objects.labelSelector')).toBeLessThan(
      known.indexOf('objects'),
    );
  });
});
