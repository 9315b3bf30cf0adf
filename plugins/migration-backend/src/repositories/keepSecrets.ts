/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InputError } from '@backstage/errors';
import { RepositoryLocation } from '@namespace-migration/plugin-migration-common';

const secretOf = {
  s3: 'secretAccessKey',
  gcs: 'serviceAccountJson',
  azure: 'accountKey',
} as const;

/** Fields that say whom a secret is of and whom it is shown to. */
const bound = ['endpoint', 'caBundle', 'accessKeyId', 'account'] as const;

/**
 * A changed location, with the stored secret where it gives none. A secret goes to none but the service that it was
 * given for.
 * @throws InputError when it would
 */
export function keepSecrets(
  input: RepositoryLocation,
  stored: RepositoryLocation,
): RepositoryLocation {
  const field = secretOf[input.provider];
  if (!field || input.provider !== stored.provider || input[field]) {
    return input;
  }
  const changed = bound.find(
    name => (input[name] ?? '') !== (stored[name] ?? ''),
  );
  if (changed && stored[field]) {
    throw new InputError(
      `location.${field}: the stored one is kept only while ${changed} stays; give it again`,
    );
  }
  return { ...input, [field]: stored[field] };
}
