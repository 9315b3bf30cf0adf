/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInChecks } from './checks';

const page = readFileSync(
  join(__dirname, '../../../../../docs/preflight.md'),
  'utf8',
);

it('docs/preflight.md has a row for each check, with each of its conditions, and no other row', () => {
  const rows = new Map(
    [...page.matchAll(/^\| `(\w+)` .*$/gm)].map(([row, name]) => [name, row]),
  );
  expect([...rows.keys()].sort()).toEqual(
    builtInChecks.map(({ name }) => name).sort(),
  );
  const sources = readdirSync(join(__dirname, 'checks'))
    .filter(file => file !== 'index.ts' && !file.endsWith('.test.ts'))
    .map(file => readFileSync(join(__dirname, 'checks', file), 'utf8'));
  expect(sources).toHaveLength(builtInChecks.length);
  for (const source of sources) {
    const name = /\bname: '(\w+)'/.exec(source)![1];
    for (const [, type] of source.matchAll(/\btype: '([A-Z]\w+)'/g)) {
      expect(rows.get(name)).toContain(type);
    }
  }
});
