/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  MigrationApi,
  MigrationClient,
} from '@namespace-migration/plugin-migration-common';

export interface ActionOptions {
  auth: AuthService;
  discovery: DiscoveryService;
}

/** The migration backend's API as the template's user: what that user may not do, the action may not either. */
export function migrationClientFor(
  { auth, discovery }: ActionOptions,
  credentials: BackstageCredentials,
): MigrationApi {
  return new MigrationClient({
    discoveryApi: discovery,
    fetchApi: {
      fetch: async (input, init) => {
        // a token of its own for each call, because they are short-lived and a wait is not
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: credentials,
          targetPluginId: 'migration',
        });
        const request = new Request(input, init);
        request.headers.set('authorization', `Bearer ${token}`);
        return fetch(request);
      },
    },
  });
}

/** Throws the backend's own error, which names object, cause and cure, instead of 'Request failed with 409'. */
export async function withServerError<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw ResponseError.is(error) ? error.cause : error;
  }
}
