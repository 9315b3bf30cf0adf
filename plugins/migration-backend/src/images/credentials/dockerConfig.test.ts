/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { loginFor, loginsOf } from './dockerConfig';

const login = (username: string) => ({ username, password: 'a:b' });
const auth = (username: string) => ({
  auth: Buffer.from(`${username}:a:b`).toString('base64'),
});
const secret = (type: string, key: string, content: unknown) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'pull' },
  type,
  data: { [key]: Buffer.from(JSON.stringify(content)).toString('base64') },
});

describe('loginsOf', () => {
  it('reads both types', () => {
    expect(
      loginsOf(
        secret('kubernetes.io/dockerconfigjson', '.dockerconfigjson', {
          auths: { 'a:5000': auth('a'), b: login('b'), c: {} },
        }),
      ),
    ).toEqual({ 'a:5000': login('a'), b: login('b') });
    expect(
      loginsOf(
        secret('kubernetes.io/dockercfg', '.dockercfg', { a: auth('a') }),
      ),
    ).toEqual({ a: login('a') });
  });

  it('takes what is broken for empty', () => {
    const broken = secret('kubernetes.io/dockercfg', '.dockercfg', 1);
    broken.data['.dockercfg'] = 'bm90IGpzb24=';
    expect(loginsOf(broken)).toEqual({});
  });
});

describe('loginFor', () => {
  const entries = [
    'https://index.docker.io/v1/',
    'a:5000',
    'a:5000/shop',
    'a:5000/shop/web',
    '*.example.org',
  ];
  const logins = Object.fromEntries(entries.map(name => [name, login(name)]));
  const chosen = (registry: string, repository: string) =>
    loginFor(logins, registry, repository)?.username;

  it.each([
    ['docker.io', 'library/nginx', 'https://index.docker.io/v1/'],
    ['a:5000', 'other', 'a:5000'],
    ['a:5000', 'shop/db', 'a:5000/shop'],
    ['a:5000', 'shop/web', 'a:5000/shop/web'],
    ['a:5000', 'shopping', 'a:5000'],
    ['eu.example.org', 'web', '*.example.org'],
    ['a.eu.example.org', 'web', undefined],
    ['a', 'shop', undefined],
  ])('%s/%s takes %s', (registry, repository, entry) => {
    expect(chosen(registry, repository)).toBe(entry);
  });
});
