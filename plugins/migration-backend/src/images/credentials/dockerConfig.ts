/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { RegistryAccess } from '@namespace-migration/plugin-migration-common';
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';

export type Login = NonNullable<RegistryAccess['login']>;

export const pullSecretTypes = [
  'kubernetes.io/dockerconfigjson',
  'kubernetes.io/dockercfg',
];

/** The logins of a pull secret, by its entries' names. Entries that cannot be read are left out, as kubelets do. */
export function loginsOf(secret: KubernetesObject): Record<string, Login> {
  const { data = {}, type } = secret;
  const text =
    type === 'kubernetes.io/dockercfg'
      ? data['.dockercfg']
      : data['.dockerconfigjson'];
  let entries: Record<string, any>;
  try {
    const config = JSON.parse(Buffer.from(text ?? '', 'base64').toString());
    entries = type === 'kubernetes.io/dockercfg' ? config : config.auths;
  } catch {
    return {};
  }
  return Object.fromEntries(
    Object.entries(entries ?? {}).flatMap(([name, entry]) => {
      const login = loginOf(entry);
      return login ? [[name, login]] : [];
    }),
  );
}

function loginOf(entry: any): Login | undefined {
  if (typeof entry?.auth === 'string' && entry.auth !== '') {
    const decoded = Buffer.from(entry.auth, 'base64').toString();
    const colon = decoded.indexOf(':');
    return colon > 0
      ? {
          username: decoded.slice(0, colon),
          password: decoded.slice(colon + 1),
        }
      : undefined;
  }
  const { username, password } = entry ?? {};
  return typeof username === 'string' && typeof password === 'string'
    ? { username, password }
    : undefined;
}

/**
 * The login for a repository: of the entries that match it the most exact one, as the kubelet chooses. An entry may
 * be a URL, have a path, and a `*` in each part of its host.
 */
export function loginFor(
  logins: Record<string, Login>,
  registry: string,
  repository: string,
): Login | undefined {
  const name = `${registry}/${repository}`;
  const [best] = Object.keys(logins)
    .filter(entry => matches(entryOf(entry), name))
    .sort((a, b) => entryOf(b).length - entryOf(a).length);
  return best === undefined ? undefined : logins[best];
}

function entryOf(entry: string): string {
  const plain = entry
    .replace(/^https?:\/\//, '')
    .replace(/\/v[12]\/?$/, '')
    .replace(/\/+$/, '');
  return plain.replace(/^(index|registry-1)\.docker\.io(?=\/|$)/, 'docker.io');
}

function matches(entry: string, name: string): boolean {
  const [host, ...path] = entry.split('/');
  const [registry, ...repository] = name.split('/');
  const pattern = new RegExp(
    `^${host
      .split('*')
      .map(part => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'))
      .join('[^.]*')}$`,
  );
  return (
    pattern.test(registry) &&
    path.every((element, index) => element === repository[index])
  );
}
