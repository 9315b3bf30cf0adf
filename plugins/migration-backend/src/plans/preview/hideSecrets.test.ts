/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { shown, shownMessage } from './hideSecrets';

const encoded = Buffer.from('hunter2').toString('base64');

describe('what is shown of a Secret', () => {
  it.each([
    ['a value', '/data/password', encoded],
    ['a deeper value', '/stringData/x/y', 'hunter2'],
    ['all values', '/data', { password: encoded }],
    ['the whole object', '', { kind: 'Secret', data: { password: encoded } }],
    [
      "kubectl's copy",
      '',
      {
        metadata: {
          annotations: {
            'kubectl.kubernetes.io/last-applied-configuration': encoded,
          },
        },
      },
    ],
    [
      "kubectl's copy alone",
      '/metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration',
      encoded,
    ],
  ])('does not tell %s', (_what, path, value) => {
    const difference = shown('Secret', {
      path,
      op: 'replace',
      before: value,
      after: value,
    });
    expect(JSON.stringify(difference)).not.toMatch(/hunter2|aHVudGVyMg/);
    expect(JSON.stringify(difference).split('(hidden)')).toHaveLength(3);
  });

  it('tells which keys there are, and all the rest', () => {
    const after = { type: 'Opaque', data: { password: encoded } };
    expect(shown('Secret', { path: '', op: 'add', after })).toEqual({
      path: '',
      op: 'add',
      after: { type: 'Opaque', data: { password: '(hidden)' } },
    });
    expect(
      shown('ConfigMap', { path: '/data/a', op: 'add', after: 'b' }).after,
    ).toBe('b');
  });

  it('does not tell them in a message either', () => {
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'login' },
      data: { password: encoded },
    };
    expect(shownMessage(secret, `hunter2 (${encoded}) is too short`)).toBe(
      '(hidden) ((hidden)) is too short',
    );
    expect(
      shownMessage(
        secret,
        'illegal base64, error found in #10 byte of ...|{"password":"hunt|...',
      ),
    ).toBe('illegal base64');
  });
});

it('long texts are cut', () => {
  const after = { data: { text: 'x'.repeat(10_000) } };
  const difference: any = shown('ConfigMap', { path: '', op: 'add', after });
  expect(difference.after.data.text).toMatch(/^x{4096}… \(10000 characters\)$/);
});
