/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { parseLabelSelector } from './labelSelector';

const labels = {
  app: 'web',
  tier: 'front',
  'example.org/team': 'a',
  empty: '',
};

it.each([
  ['', true],
  ['app=web', true],
  ['app == web', true],
  ['app=api', false],
  ['app!=api', true],
  ['app!=web', false],
  ['missing!=x', true],
  ['empty=', true],
  ['app in (api, web),tier=front', true],
  ['app in (api)', false],
  ['app notin (api,db)', true],
  ['app notin (web)', false],
  ['missing notin (a)', true],
  ['missing in (a)', false],
  ['example.org/team', true],
  ['!example.org/team', false],
  ['!missing,app', true],
])('%s', (selector, expected) => {
  expect(parseLabelSelector(selector)(labels)).toBe(expected);
});

it.each([
  'app=a b',
  'a=b,,c',
  'in (a)',
  'app in a',
  'a>1',
  '-a',
  'a=-b',
  'a=b,',
])('refuses %s', selector => {
  expect(() => parseLabelSelector(selector)).toThrow(/is no/);
});
