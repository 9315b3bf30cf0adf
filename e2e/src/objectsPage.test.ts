/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { traps } from './objects/traps';

const page = readFileSync(join(__dirname, '../../docs/objects.md'), 'utf8');

it.each(traps)('docs/objects.md has the trap: $name', ({ name }) => {
  expect(page).toMatch(new RegExp(`^\\| ${name} +\\|$`, 'm'));
});
