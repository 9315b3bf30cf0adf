/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InputError } from '@backstage/errors';
import {
  RepositoryLocation,
  RepositoryProvider,
} from '@namespace-migration/plugin-migration-common';
import { Provider } from './ObjectStorage';
import { azure } from './azure';
import { gcs } from './gcs';
import { s3 } from './s3';

const providers: Record<RepositoryProvider, Provider> = { s3, gcs, azure };

/** @throws InputError when this portal does not have it */
export function providerOf({ provider }: RepositoryLocation): Provider {
  const found = providers[provider];
  if (!found) {
    throw new InputError(
      `location.provider: there is no provider ${provider}; choose one of ${Object.keys(
        providers,
      ).join(', ')}`,
    );
  }
  return found;
}

/** @throws InputError naming the field */
export function checkLocation(location: RepositoryLocation): void {
  const { required } = providerOf(location);
  for (const field of required) {
    if (!location[field]) {
      throw new InputError(
        `location.${field}: provider ${location.provider} needs it; give it`,
      );
    }
  }
  if (location.serviceAccountJson && !isKeyFile(location.serviceAccountJson)) {
    throw new InputError(
      'location.serviceAccountJson: this is no key file of a service account; give the whole JSON with client_email and private_key',
    );
  }
  if (location.endpoint !== undefined) {
    const url = URL.canParse(location.endpoint)
      ? new URL(location.endpoint)
      : undefined;
    if (!url || !['http:', 'https:'].includes(url.protocol)) {
      throw new InputError(
        `location.endpoint: '${location.endpoint}' is no URL; give one as https://s3.example.org`,
      );
    }
    if (url.pathname !== '/' || url.search || url.username) {
      throw new InputError(
        `location.endpoint: '${location.endpoint}' has more than scheme, host and port; bucket and prefix are fields of their own`,
      );
    }
  }
}

function isKeyFile(text: string): boolean {
  try {
    const { client_email: email, private_key: key } = JSON.parse(text);
    return typeof email === 'string' && typeof key === 'string';
  } catch {
    return false;
  }
}
