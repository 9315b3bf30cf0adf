/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ImageToCopy,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import { Login } from './credentials/dockerConfig';
import { ImageLogins } from './credentials/ImageLogins';
import { ImageContext } from './engines/ImageContext';
import { parseImage } from './imageReference';

/** The Secret that the plan names for pods, in each destination namespace that lacks it: logins of the targets. */
export async function makePullSecrets(
  context: ImageContext,
  images: ImageToCopy[],
  apply: (object: KubernetesObject) => Promise<unknown>,
): Promise<void> {
  const { source, destination, namespaces, selection } = context;
  const name = selection.pullSecret;
  if (!name) {
    return;
  }
  const logins = new ImageLogins(
    { source, destination },
    namespaces,
    selection.registries,
  );
  const auths: Record<string, Login & { auth: string }> = {};
  for (const { target } of images) {
    const { registry, repository } = parseImage(target)!;
    const login = await logins.find('destination', registry, repository);
    if (login) {
      const { username, password } = login;
      const auth = Buffer.from(`${username}:${password}`).toString('base64');
      auths[registry] = { ...login, auth };
    }
  }
  for (const mapping of namespaces) {
    const namespace = mapping.destination;
    const secret = { apiVersion: 'v1', kind: 'Secret', namespace, name };
    if (!(await destination.get(secret)) && Object.keys(auths).length > 0) {
      await apply({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name, namespace },
        type: 'kubernetes.io/dockerconfigjson',
        data: {
          '.dockerconfigjson': Buffer.from(JSON.stringify({ auths })).toString(
            'base64',
          ),
        },
      });
    }
  }
}
