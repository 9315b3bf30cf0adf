/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InputError } from '@backstage/errors';
import { ClusterConnection } from '@namespace-migration/plugin-migration-common';

/**
 * A changed connection, with what is stored where it gives no credentials. They go to none but the server that they
 * were given for: whoever may change a cluster could else have them sent to a server of his own.
 * @throws InputError when they would
 */
export function keepCredentials(
  input: ClusterConnection,
  stored: ClusterConnection,
): ClusterConnection {
  if (input.kind !== stored.kind || input.kind === 'inCluster') {
    return input;
  }
  if (input.kind === 'kubeconfig') {
    return input.kubeconfig
      ? input
      : {
          kind: 'kubeconfig',
          kubeconfig: stored.kubeconfig,
          context: input.context ?? stored.context,
        };
  }
  const server = input.server ?? stored.server;
  const caBundle =
    input.caBundle ?? (server === stored.server ? stored.caBundle : undefined);
  if (
    !input.token &&
    (server !== stored.server || (caBundle ?? '') !== (stored.caBundle ?? ''))
  ) {
    throw new InputError(
      'connection.token: the stored token is kept only for the same server and CA bundle; give a token for the new ones',
    );
  }
  return { ...input, server, caBundle, token: input.token || stored.token };
}
