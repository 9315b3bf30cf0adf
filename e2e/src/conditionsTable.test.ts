/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

describe('docs/troubleshooting.md', () => {
  it('has every condition that the sources can make, with meaning and cure', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(__dirname, '../../scripts/conditionsTable.mjs'), '--check'],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});
