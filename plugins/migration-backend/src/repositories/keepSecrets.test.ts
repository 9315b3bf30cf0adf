/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { RepositoryLocation } from '@namespace-migration/plugin-migration-common';
import { keepSecrets } from './keepSecrets';

describe('the secret of a changed location', () => {
  const s3: RepositoryLocation = {
    provider: 's3',
    bucket: 'moves',
    endpoint: 'https://s3.example.org',
    accessKeyId: 'ID',
    secretAccessKey: 'SECRET',
  };
  const { secretAccessKey, ...shown } = s3;

  it('is the stored one when none is given', () => {
    expect(keepSecrets({ ...shown, region: 'eu' }, s3)).toEqual({
      ...s3,
      region: 'eu',
    });
  });

  it('is the given one when one is given', () => {
    const given = { ...s3, endpoint: 'https://other', secretAccessKey: 'NEW' };
    expect(keepSecrets(given, s3)).toEqual(given);
  });

  it.each([
    ['endpoint', 'https://evil.example.org'],
    ['caBundle', 'EVIL'],
    ['accessKeyId', 'OTHER'],
  ])('is not kept for another %s', (field, value) => {
    expect(() => keepSecrets({ ...shown, [field]: value }, s3)).toThrow(
      `location.secretAccessKey: the stored one is kept only while ${field} stays`,
    );
  });

  it('is not taken over to another provider', () => {
    expect(keepSecrets({ provider: 'azure' }, s3)).toEqual({
      provider: 'azure',
    });
  });
});
