/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { PlannedVolume } from '@namespace-migration/plugin-migration-common';
import { planHash } from './planHash';

const input = {
  name: 'shop',
  source: 'old',
  destination: 'new',
  namespaces: [{ source: 'shop' }],
};
const volume = (name: string, over: Partial<PlannedVolume> = {}) =>
  ({
    namespace: 'shop',
    claim: name,
    action: 'copy',
    copyMethod: 'direct',
    target: { namespace: 'shop', claim: name, sizeBytes: 1, accessModes: [] },
    mountedBy: [],
    capacityBytes: 1,
    ...over,
  } as unknown as PlannedVolume);

describe('planHash', () => {
  const hash = planHash({ input, volumes: [volume('a'), volume('b')] });

  it('does not depend on the order of fields and volumes, nor on what is undefined', () => {
    const { name, ...rest } = input;
    expect(
      planHash({
        input: { ...rest, repository: undefined, name },
        volumes: [volume('b'), volume('a')],
      }),
    ).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not depend on what changes by itself', () => {
    const seen = { mountedBy: ['pod-x'], capacityBytes: 2 };
    expect(planHash({ input, volumes: [volume('a', seen), volume('b')] })).toBe(
      hash,
    );
  });

  it.each([
    ['the input', { input: { ...input, destination: 'other' } }],
    ['a volume less', { volumes: [volume('a')] }],
    ['an action', { volumes: [volume('a', { action: 'skip' }), volume('b')] }],
    [
      'a target',
      {
        volumes: [
          volume('a', {
            target: { ...volume('a').target, sizeBytes: 2 },
          }),
          volume('b'),
        ],
      },
    ],
  ])('depends on %s', (_what, change) => {
    expect(
      planHash({ input, volumes: [volume('a'), volume('b')], ...change }),
    ).not.toBe(hash);
  });
});
