/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubeConfig } from '@kubernetes/client-node';
import { InputError } from '@backstage/errors';
import { ClusterConnection } from '@namespace-migration/plugin-migration-common';
import { ClusterClient } from '@namespace-migration/plugin-migration-node';
import { parse } from 'yaml';
import { KubernetesClusterClient } from './KubernetesClusterClient';

/** @throws InputError that names the field of the connection */
export function connect(
  name: string,
  connection: ClusterConnection,
): ClusterClient {
  return new KubernetesClusterClient(name, kubeConfigOf(name, connection));
}

function kubeConfigOf(name: string, connection: ClusterConnection): KubeConfig {
  const config = new KubeConfig();
  switch (connection.kind) {
    case 'inCluster':
      config.loadFromCluster();
      return config;
    case 'kubeconfig':
      if (!connection.kubeconfig) {
        throw new InputError(
          'connection.kubeconfig is missing: paste the kubeconfig file',
        );
      }
      try {
        config.loadFromString(withoutTokenFiles(connection.kubeconfig));
      } catch (error) {
        if (error instanceof InputError) {
          throw error;
        }
        throw new InputError(
          `connection.kubeconfig is not a kubeconfig: ${error}`,
        );
      }
      if (connection.context) {
        if (!config.getContextObject(connection.context)) {
          throw new InputError(
            `connection.context ${
              connection.context
            } is not in the kubeconfig; it has ${config
              .getContexts()
              .map(c => c.name)
              .join(', ')}`,
          );
        }
        config.setCurrentContext(connection.context);
      }
      refusePrograms(config);
      return config;
    default:
      if (!connection.server || !/^https:\/\//.test(connection.server)) {
        throw new InputError(
          'connection.server must be the https URL of the API server',
        );
      }
      if (!connection.token) {
        throw new InputError(
          'connection.token is missing: give a service account token',
        );
      }
      config.loadFromClusterAndUser(
        {
          name,
          server: connection.server,
          caData:
            connection.caBundle &&
            Buffer.from(connection.caBundle).toString('base64'),
          skipTLSVerify: false,
        },
        { name, token: connection.token },
      );
      return config;
  }
}

/**
 * The library opens a token-file as soon as it loads one, of whatever user, and would send what it holds to the
 * server that the uploaded file names. What is returned is what was looked at, read by one parser only.
 */
function withoutTokenFiles(text: string): string {
  const config = parse(text, { merge: true });
  const users: any[] = Array.isArray(config?.users) ? config.users : [];
  if (users.some(({ user }) => user?.['token-file'] ?? user?.tokenFile)) {
    throw new InputError(
      'connection.kubeconfig points at files (tokenFile); put the token itself into it',
    );
  }
  return JSON.stringify(config);
}

/** An uploaded kubeconfig must not make the portal run a program or read its own files. */
function refusePrograms(config: KubeConfig): void {
  const user = config.getCurrentUser();
  const cluster = config.getCurrentCluster();
  if (!cluster) {
    throw new InputError(
      'connection.kubeconfig has no current context; name one in connection.context',
    );
  }
  if (user?.exec || user?.authProvider) {
    throw new InputError(
      'connection.kubeconfig uses a credential plugin (exec or auth-provider); use a token or a client certificate inside the file',
    );
  }
  if (user?.certFile || user?.keyFile || cluster.caFile) {
    throw new InputError(
      'connection.kubeconfig points at files; embed them (kubectl config view --flatten)',
    );
  }
}
