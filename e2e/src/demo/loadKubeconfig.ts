/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync } from 'node:fs';
import { KubeConfig } from '@kubernetes/client-node';

/** A kubeconfig file and one of its contexts, as `FILE` or `FILE:CONTEXT`. */
export interface KubeconfigReference {
  file: string;
  /** The file's current context by default. */
  context?: string;
}

/**
 * One context of the file with all keys inside, so that it can be uploaded to a portal as it is.
 * @throws with what to do when the file cannot be used
 */
export function loadKubeconfig({
  file,
  context,
}: KubeconfigReference): KubeConfig {
  const loaded = new KubeConfig();
  try {
    loaded.loadFromFile(file);
  } catch (error) {
    throw new Error(`${file} is not a kubeconfig: ${(error as Error).message}`);
  }
  const name = context ?? loaded.getCurrentContext();
  const contexts = loaded.getContexts().map(each => each.name);
  if (!contexts.includes(name)) {
    throw new Error(
      `${file} has no context '${name ?? ''}'; it has ${
        contexts.join(', ') || 'none'
      }. Give it as FILE:CONTEXT`,
    );
  }
  loaded.setCurrentContext(name);
  const cluster = loaded.getCurrentCluster();
  const user = loaded.getCurrentUser();
  if (!cluster || !user) {
    throw new Error(
      `${file}: context ${name} names a cluster or user that the file does not have`,
    );
  }
  if (user.exec || user.authProvider) {
    throw new Error(
      `${file}: user ${user.name} signs in with a program (exec or auth-provider), which a portal cannot run; give a kubeconfig with a token or a client certificate`,
    );
  }
  const inside = (data: string | undefined, path: string | undefined) =>
    data ?? (path ? readFileSync(path).toString('base64') : undefined);
  const flat = new KubeConfig();
  flat.loadFromOptions({
    clusters: [
      {
        name: cluster.name,
        server: cluster.server,
        skipTLSVerify: cluster.skipTLSVerify ?? false,
        caData: inside(cluster.caData, cluster.caFile),
      },
    ],
    users: [
      {
        name: user.name,
        token: user.token,
        username: user.username,
        password: user.password,
        certData: inside(user.certData, user.certFile),
        keyData: inside(user.keyData, user.keyFile),
      },
    ],
    contexts: [{ name, cluster: cluster.name, user: user.name }],
    currentContext: name,
  });
  return flat;
}
