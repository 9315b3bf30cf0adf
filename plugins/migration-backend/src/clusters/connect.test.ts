/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ClusterConnection } from '@namespace-migration/plugin-migration-common';
import { connect } from './connect';

const kubeconfig = (user: object, cluster: object = {}, change: object = {}) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'c',
        cluster: { server: 'https://api.example.org:6443', ...cluster },
      },
    ],
    users: [{ name: 'u', user }],
    contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    'current-context': 'x',
    ...change,
  });
const uploaded = (text: string, context?: string): ClusterConnection => ({
  kind: 'kubeconfig',
  kubeconfig: text,
  context,
});
const withToken = (change: Partial<ClusterConnection>): ClusterConnection => ({
  kind: 'serviceAccount',
  server: 'https://api.example.org',
  token: 't',
  ...change,
});

describe('connect', () => {
  it('takes the server from what it is given', () => {
    expect(connect('a', uploaded(kubeconfig({ token: 't' }))).server).toBe(
      'https://api.example.org:6443',
    );
    expect(connect('a', withToken({})).server).toBe('https://api.example.org');
  });

  it.each<[string, ClusterConnection, RegExp]>([
    [
      'no kubeconfig',
      { kind: 'kubeconfig' },
      /^connection\.kubeconfig is missing/,
    ],
    [
      'something else',
      uploaded('{"kind": ['),
      /^connection\.kubeconfig is not a kubeconfig/,
    ],
    [
      'a context that is not there',
      uploaded(kubeconfig({ token: 't' }), 'y'),
      /^connection\.context y is not in the kubeconfig; it has x/,
    ],
    [
      'no current context',
      uploaded(kubeconfig({ token: 't' }, {}, { 'current-context': '' })),
      /name one in connection\.context/,
    ],
    [
      'a program to run on the portal',
      uploaded(kubeconfig({ exec: { command: '/bin/sh' } })),
      /uses a credential plugin/,
    ],
    [
      'an auth provider',
      uploaded(kubeconfig({ 'auth-provider': { name: 'gcp' } })),
      /uses a credential plugin/,
    ],
    [
      "a file of the portal's as key",
      uploaded(kubeconfig({ 'client-key': '/etc/shadow' })),
      /points at files; embed them/,
    ],
    [
      'a token in a file, which the library would read at once',
      uploaded(kubeconfig({ 'token-file': '/etc/shadow' })),
      /points at files \(tokenFile\)/,
    ],
    [
      'one by its other name',
      uploaded(kubeconfig({ tokenFile: '/etc/shadow' })),
      /points at files \(tokenFile\)/,
    ],
    [
      'one behind an anchor',
      uploaded(
        `x: &x {token-file: /etc/shadow}\nusers: [{name: u, user: {<<: *x}}]\n`,
      ),
      /points at files \(tokenFile\)/,
    ],
    [
      'one of a user that is not even used',
      uploaded(
        kubeconfig(
          {},
          {},
          {
            users: [
              { name: 'u', user: { token: 't' } },
              { name: 'v', user: { 'token-file': '/etc/shadow' } },
            ],
          },
        ),
      ),
      /points at files \(tokenFile\)/,
    ],
    [
      'an authority in a file',
      uploaded(
        kubeconfig({ token: 't' }, { 'certificate-authority': '/etc/ca.crt' }),
      ),
      /points at files; embed them/,
    ],
    [
      'a server without TLS',
      withToken({ server: 'http://api.example.org' }),
      /^connection\.server must be the https URL/,
    ],
    ['no server', withToken({ server: undefined }), /^connection\.server/],
    [
      'no token',
      withToken({ token: undefined }),
      /^connection\.token is missing/,
    ],
  ])(
    'refuses %s as an input error that names the field',
    (_n, given, message) => {
      expect(() => connect('a', given)).toThrow(
        expect.objectContaining({
          name: 'InputError',
          message: expect.stringMatching(message),
        }),
      );
    },
  );
});
