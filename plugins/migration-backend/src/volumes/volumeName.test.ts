/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { helperName, volumeName } from './volumeName';

const longest = { namespace: 'n'.repeat(63), claim: 'c'.repeat(253) };

describe('volumeName', () => {
  it('is the same for the same claim and another one for every other', () => {
    const names = new Set(
      [
        { namespace: 'shop', claim: 'data' },
        { namespace: 'shop2', claim: 'data' },
        { namespace: 'shop', claim: 'data2' },
        { namespace: 'shop', claim: `${'x'.repeat(30)}-a` },
        { namespace: 'shop', claim: `${'x'.repeat(30)}-b` },
      ].map(volumeName),
    );
    expect(names.size).toBe(5);
    expect(names).toContain(volumeName({ namespace: 'shop', claim: 'data' }));
  });

  it.each([
    longest,
    { namespace: 'shop', claim: 'data.with.dots' },
    { namespace: 'shop', claim: `${'a'.repeat(19)}.b` },
  ])('can stand in a label and in the name of a Service: %j', volume => {
    const name = helperName(
      'receiver',
      volumeName(volume),
      '01234567-89ab-cdef-0123-456789abcdef',
    );
    expect(name).toMatch(/^[a-z]([-a-z0-9]*[a-z0-9])?$/);
    expect(name.length).toBeLessThan(64);
    expect(volumeName(volume)).toMatch(/^[a-z0-9]+([-a-z0-9]*[a-z0-9])?$/);
  });
});
