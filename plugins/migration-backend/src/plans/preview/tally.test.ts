/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PreviewedObject } from '@namespace-migration/plugin-migration-common';
import { counted, nothingCounted, refusals } from './tally';

const entry = (over: Partial<PreviewedObject>): PreviewedObject => ({
  object: {
    cluster: 'new',
    apiVersion: 'v1',
    kind: 'ConfigMap',
    namespace: 'shop',
    name: 'a',
  },
  action: 'create',
  wave: 1,
  outcome: 'create',
  diff: [],
  ...over,
});

it('counts outcomes, choices and warnings', () => {
  const first = counted(nothingCounted(), [
    entry({}),
    entry({ action: 'adopt', outcome: 'unchanged', warnings: ['a', 'b'] }),
  ]);
  expect(
    counted(first, [
      entry({ action: 'replace', outcome: 'refused' }),
      entry({ action: 'skip', outcome: 'skip' }),
    ]),
  ).toEqual({
    objects: 4,
    create: 1,
    change: 0,
    unchanged: 1,
    adopt: 1,
    replace: 1,
    skip: 1,
    refused: 1,
    notTried: 0,
    warnings: 2,
  });
});

it('has a condition for each refusal, up to a hundred', () => {
  const refused = entry({ outcome: 'refused', message: 'quota' });
  expect(refusals(0, [entry({}), refused])).toEqual([
    expect.objectContaining({
      type: 'ObjectRefused',
      message: expect.stringMatching(
        /^ConfigMap shop\/a would be refused by cluster new: quota\. Change/,
      ),
      object: refused.object,
    }),
  ]);
  expect(refusals(99, [refused, refused])).toHaveLength(1);
  expect(refusals(200, [refused])).toEqual([]);
});
