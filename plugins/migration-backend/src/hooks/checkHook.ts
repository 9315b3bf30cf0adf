/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InputError } from '@backstage/errors';
import {
  HookInput,
  HookKind,
} from '@namespace-migration/plugin-migration-common';

const kinds: HookKind[] = ['image', 'playbook', 'script', 'http'];

/** Addresses where clouds hand out the credentials of a machine to whoever asks from it. */
const metadataHosts = [
  /^169\.254\./,
  /^\[fd00:ec2::254\]$/i,
  /^\[fe80:/i,
  /^\[::ffff:a9fe:/i,
  /^metadata(\.google\.internal)?\.?$/i,
];

/** @throws InputError naming the field, of what openapi.yaml cannot say */
export function checkHook(input: HookInput): void {
  const given = kinds.filter(kind => input[kind] !== undefined);
  if (given.length !== 1 || given[0] !== input.kind) {
    throw new InputError(
      `${input.kind}: a hook of kind ${
        input.kind
      } has this part and no other; ${
        given.length > 0 ? `given are ${given.join(', ')}` : 'none is given'
      }`,
    );
  }
  if (input.playbook && !isBase64(input.playbook.playbook)) {
    throw new InputError(
      'playbook.playbook: it is no base64; encode the file, for example with `base64 -w0 playbook.yml`',
    );
  }
  for (const name of Object.keys(input.image?.env ?? {})) {
    if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)) {
      throw new InputError(
        `image.env: '${name}' is no name of an environment variable`,
      );
    }
  }
  if (input.http) {
    checkHttp(input.http);
  }
}

function checkHttp(http: NonNullable<HookInput['http']>): void {
  let url: URL;
  try {
    url = new URL(http.url);
  } catch {
    throw new InputError(`http.url: '${http.url}' is no URL`);
  }
  if (url.username || url.password) {
    throw new InputError(
      'http.url: credentials in a URL are shown to everybody; put them into the header Authorization',
    );
  }
  if (isMetadataHost(url)) {
    throw new InputError(
      `http.url: ${url.hostname} hands out credentials of the portal's machine and is not called`,
    );
  }
  for (const [name, value] of Object.entries(http.headers ?? {})) {
    try {
      new Headers().set(name, value);
    } catch {
      throw new InputError(
        `http.headers: '${name}' is no legal name of a header, or its value has characters that none may have`,
      );
    }
  }
  if (http.body !== undefined && ['GET', 'DELETE'].includes(methodOf(http))) {
    throw new InputError(`http.body: a call by ${http.method} has no body`);
  }
}

export function isMetadataHost({ hostname }: URL): boolean {
  return metadataHosts.some(host => host.test(hostname));
}

export const methodOf = ({ method }: NonNullable<HookInput['http']>) =>
  method ?? 'POST';

function isBase64(text: string): boolean {
  const bare = text.replace(/\s/g, '');
  return bare.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(bare);
}
