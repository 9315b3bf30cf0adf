/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { RegistryAccess } from '@namespace-migration/plugin-migration-common';

interface TokenAnswer {
  status: number;
  body: Buffer;
}

/** What a token is asked for. */
export function scopeOf(
  repository: string,
  method: string,
  alsoPull: string[] = [],
): string {
  const actions =
    method === 'DELETE'
      ? 'pull,push,delete'
      : method === 'POST'
      ? 'pull,push'
      : 'pull';
  return [
    `repository:${repository}:${actions}`,
    ...alsoPull.map(other => `repository:${other}:pull`),
  ].join(' ');
}

/**
 * The value of `authorization` that a challenge asks for: a login, or a token that a token server gives for one
 * (distribution.github.io/distribution/spec/auth/token). Undefined when none is to be had.
 */
export async function authorise(
  challenge: string,
  scope: string,
  login: RegistryAccess['login'],
  get: (url: URL, headers: Record<string, string>) => Promise<TokenAnswer>,
): Promise<string | undefined> {
  const basic =
    login &&
    `Basic ${Buffer.from(`${login.username}:${login.password}`).toString(
      'base64',
    )}`;
  const [, scheme = '', rest = ''] = /^\s*(\w+)\s*(.*)$/s.exec(challenge) ?? [];
  if (scheme.toLowerCase() !== 'bearer') {
    return basic;
  }
  const parameters = parametersOf(rest);
  if (!parameters.realm) {
    return undefined;
  }
  const url = new URL(parameters.realm);
  if (parameters.service) {
    url.searchParams.set('service', parameters.service);
  }
  for (const each of scope.split(' ')) {
    url.searchParams.append('scope', each);
  }
  const { status, body } = await get(
    url,
    basic ? { authorization: basic } : {},
  );
  if (status !== 200) {
    return undefined;
  }
  const { token, access_token: accessToken } = JSON.parse(
    body.toString('utf8'),
  );
  return `Bearer ${token ?? accessToken}`;
}

/** `a="b",c="d"` */
export function parametersOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([a-z_]+)=(?:"([^"]*)"|([^\s,]+))/gi)].map(
      ([, name, quoted, plain]) => [name.toLowerCase(), quoted ?? plain],
    ),
  );
}
