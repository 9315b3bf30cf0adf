/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { keepCredentials } from './keepCredentials';

describe('credentials of a changed connection', () => {
  const token = {
    kind: 'serviceAccount' as const,
    server: 'https://east:6443',
    caBundle: 'CA',
    token: 'SECRET',
  };
  const file = {
    kind: 'kubeconfig' as const,
    server: 'https://east:6443',
    kubeconfig: 'SECRET',
    context: 'admin',
  };

  it('are the stored ones when none are given', () => {
    expect(keepCredentials({ kind: 'serviceAccount' }, token)).toEqual(token);
    expect(
      keepCredentials(
        { kind: 'serviceAccount', server: token.server, token: '' },
        token,
      ),
    ).toEqual(token);
    expect(keepCredentials({ kind: 'kubeconfig' }, file)).toEqual({
      kind: 'kubeconfig',
      kubeconfig: 'SECRET',
      context: 'admin',
    });
  });

  it('are the given ones when some are given', () => {
    const other = { ...token, server: 'https://west:6443', token: 'OTHER' };
    expect(keepCredentials(other, token)).toEqual(other);
    expect(
      keepCredentials({ kind: 'serviceAccount', token: 'OTHER' }, token),
    ).toEqual({ ...token, token: 'OTHER' });
    expect(
      keepCredentials({ kind: 'kubeconfig', kubeconfig: 'OTHER' }, file),
    ).toEqual({ kind: 'kubeconfig', kubeconfig: 'OTHER' });
  });

  it.each([
    ['server', { server: 'https://evil.example.org' }],
    ['CA bundle', { caBundle: 'EVIL' }],
    ['CA bundle that is taken away', { caBundle: '' }],
  ])('are not kept for another %s', (_name, change) => {
    expect(() =>
      keepCredentials({ kind: 'serviceAccount', ...change }, token),
    ).toThrow(/^connection.token: the stored token is kept only/);
  });

  it('are not taken over into another kind of connection', () => {
    expect(keepCredentials({ kind: 'kubeconfig' }, token)).toEqual({
      kind: 'kubeconfig',
    });
    expect(keepCredentials({ kind: 'inCluster' }, token)).toEqual({
      kind: 'inCluster',
    });
  });
});
