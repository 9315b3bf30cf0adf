/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closureKinds } from './closure';
import { leftByDefault, neverBrought } from './defaultExclusions';

/** Rows of the page's tables, cells without padding. */
const rows = readFileSync(
  join(__dirname, '../../../../docs/objects.md'),
  'utf8',
)
  .replace(/\\\*/g, '*')
  .split('\n')
  .filter(line => line.startsWith('| `'))
  .map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );
const kindsOf = (cell: string) => cell.replace(/`/g, '').split(', ');

describe('docs/objects.md', () => {
  it.each([...leftByDefault, ...neverBrought])(
    'has $kinds, which stay',
    ({ kinds, because }) => {
      expect(
        rows.filter(([, told]) => told === because).map(([c]) => kindsOf(c)),
      ).toEqual([kinds]);
    },
  );

  it.each(closureKinds)(
    'has $kind of the closure',
    ({ kind, defaultAction, neededWhere }) => {
      expect(rows).toContainEqual([`\`${kind}\``, defaultAction, neededWhere]);
    },
  );
});
