/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { authorise, scopeOf } from './authorise';

const login = { username: 'me', password: 'a:b' };
const basic = `Basic ${Buffer.from('me:a:b').toString('base64')}`;
const server = (status = 200, body: object = { token: 't' }) => {
  const asked: Array<{ url: string; headers: Record<string, string> }> = [];
  const get = async (url: URL, headers: Record<string, string>) => {
    asked.push({ url: url.href, headers });
    return { status, body: Buffer.from(JSON.stringify(body)) };
  };
  return { asked, get };
};
const bearer = 'Bearer realm="https://auth.example.org/token",service="reg"';

describe('authorise', () => {
  it('gives the login where it is asked for, and nothing where there is none', async () => {
    const { asked, get } = server();
    expect(await authorise('Basic realm="x"', '', login, get)).toBe(basic);
    expect(
      await authorise('Basic realm="x"', '', undefined, get),
    ).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('asks the token server for every scope, with the login', async () => {
    const { asked, get } = server();
    const scope = scopeOf('shop/web', 'POST', ['shop/base']);
    expect(await authorise(bearer, scope, login, get)).toBe('Bearer t');
    const url = new URL(asked[0].url);
    expect(url.searchParams.get('service')).toBe('reg');
    expect(url.searchParams.getAll('scope')).toEqual([
      'repository:shop/web:pull,push',
      'repository:shop/base:pull',
    ]);
    expect(asked[0].headers).toEqual({ authorization: basic });
  });

  it('takes a token without a login, and none that is refused', async () => {
    const open = server(200, { access_token: 'anonymous' });
    expect(await authorise(bearer, 'x', undefined, open.get)).toBe(
      'Bearer anonymous',
    );
    expect(open.asked[0].headers).toEqual({});
    expect(
      await authorise(bearer, 'x', login, server(401).get),
    ).toBeUndefined();
  });
});
