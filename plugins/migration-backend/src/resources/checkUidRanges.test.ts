/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { rangeConditions } from './checkUidRanges';

const namespace = (name: string, range?: string) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name,
    annotations: range ? { 'openshift.io/sa.scc.uid-range': range } : undefined,
  },
});
const types = (there: any[], ranges: 'keep' | 'assign' = 'keep') =>
  rangeConditions(
    namespace('shop', '1000/100'),
    'moved',
    ranges,
    there,
    'b',
  ).map(({ type, object }) => `${type} ${object?.name}`);

it.each<[string, any[], string[]]>([
  ['nobody has one', [namespace('other')], []],
  ['the next', [namespace('other', '1100/100')], []],
  ['the one before', [namespace('other', '900/100')], []],
  ['the same', [namespace('other', '1000/100')], ['UidRangeTaken other']],
  ['the last id', [namespace('other', '1099/1')], ['UidRangeTaken other']],
  ['one around it', [namespace('other', '1-5000')], ['UidRangeTaken other']],
  ['its own with that range', [namespace('moved', '1000/100')], []],
  [
    'its own with another',
    [namespace('moved', '5/5')],
    ['UidRangeDiffers moved'],
  ],
])('%s', (_name, there, expected) => {
  expect(types(there)).toEqual(expected);
});

it('what the destination assigns collides with nobody', () => {
  expect(types([namespace('other', '1000/100')], 'assign')).toEqual([]);
});
