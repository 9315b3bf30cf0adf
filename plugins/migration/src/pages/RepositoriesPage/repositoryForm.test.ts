/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Repository,
  RepositoryLocation,
} from '@namespace-migration/plugin-migration-common';
import {
  isComplete,
  repositoryInputOf,
  repositoryValuesOf,
} from './repositoryForm';

const repositoryAt = (location: RepositoryLocation): Repository => ({
  name: 'store',
  title: 'Store',
  location,
  status: { connected: true, conditions: [] },
});

describe('the form of a repository', () => {
  it.each<[RepositoryLocation, keyof RepositoryLocation]>([
    [
      {
        provider: 's3',
        bucket: 'moves',
        prefix: 'shop',
        region: 'eu',
        endpoint: 'https://s3',
        caBundle: 'CA',
        forcePathStyle: true,
        accessKeyId: 'ID',
      },
      'secretAccessKey',
    ],
    [{ provider: 'gcs', bucket: 'moves' }, 'serviceAccountJson'],
    [{ provider: 'azure', account: 'a', container: 'moves' }, 'accountKey'],
  ])(
    'gives back what it was given, with the secret: %j',
    (location, secret) => {
      const known = repositoryAt(location);
      const values = repositoryValuesOf(known);
      expect(repositoryInputOf(values)).toEqual({
        name: 'store',
        title: 'Store',
        location,
      });
      expect(isComplete(values, known)).toBe(true);
      expect(isComplete(values)).toBe(false);
      const typed = { ...values, [secret]: 'SECRET' };
      expect(isComplete(typed)).toBe(true);
      expect(repositoryInputOf(typed).location).toEqual({
        ...location,
        [secret]: 'SECRET',
      });
    },
  );

  it('needs the secret of another provider, and sends only its fields', () => {
    const known = repositoryAt({
      provider: 's3',
      bucket: 'moves',
      accessKeyId: 'ID',
    });
    const values = { ...repositoryValuesOf(known), provider: 'gcs' as const };
    expect(isComplete(values, known)).toBe(false);
    expect(repositoryInputOf(values).location).toEqual({
      provider: 'gcs',
      bucket: 'moves',
    });
  });
});
