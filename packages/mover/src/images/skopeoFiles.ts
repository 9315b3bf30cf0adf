/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ImageLocation,
  RegistryAccess,
} from '@namespace-migration/plugin-migration-common';

/** An emptyDir in a pod. */
export const STATE_DIR = process.env.MOVER_STATE_DIR ?? '/var/lib/mover';

export interface SkopeoFiles {
  authfile: string;
  certDir: string;
}

/** Logins and authorities as skopeo wants them: in files, because arguments can be read by everyone on a node. */
export function writeSkopeoFiles(
  access: RegistryAccess,
  index: number,
  stateDir = STATE_DIR,
): SkopeoFiles {
  const dir = join(stateDir, `registry-${index}`);
  const certDir = join(dir, 'certs');
  mkdirSync(certDir, { recursive: true, mode: 0o700 });
  const authfile = join(dir, 'auth.json');
  const { login, caBundle } = access;
  const auth =
    login &&
    Buffer.from(`${login.username}:${login.password}`).toString('base64');
  writeFileSync(
    authfile,
    JSON.stringify({ auths: auth ? { [nameFor(access)]: { auth } } : {} }),
    { mode: 0o600 },
  );
  if (caBundle) {
    writeFileSync(join(certDir, 'ca.crt'), caBundle);
  }
  return { authfile, certDir };
}

function nameFor({ address, registry }: RegistryAccess): string {
  return address ?? registry;
}

/** A location as skopeo names it. A tag goes before a digest: skopeo takes only one of them. */
export function skopeoName(
  access: RegistryAccess,
  { repository }: Pick<ImageLocation, 'repository'>,
  reference: string,
): string {
  const separator = reference.includes(':') ? '@' : ':';
  return `docker://${nameFor(access)}/${repository}${separator}${reference}`;
}
