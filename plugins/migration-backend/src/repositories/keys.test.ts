/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { checkLocation } from './providers';
import { folderOf } from './keys';
import { s3 } from './s3';

const location = {
  provider: 's3' as const,
  bucket: 'moves',
  accessKeyId: 'KEY',
  secretAccessKey: 'SECRET',
};

describe('where a plan lies in a bucket', () => {
  it('is one folder of its own, below the prefix', () => {
    expect(folderOf(location, 'plan-1')).toBe(
      'namespace-migration/plans/plan-1',
    );
    expect(folderOf({ ...location, prefix: 'a/b' }, 'plan-1')).toBe(
      'a/b/namespace-migration/plans/plan-1',
    );
  });

  it('is told to restic without credentials in address or options', () => {
    const told = s3.restic(
      {
        ...location,
        endpoint: 'https://s3.example.org/',
        forcePathStyle: true,
      },
      'folder',
    );
    expect(told).toEqual({
      url: 's3:https://s3.example.org/moves/folder',
      options: [
        's3.connections=16',
        's3.region=us-east-1',
        's3.bucket-lookup=path',
      ],
      environment: {
        AWS_ACCESS_KEY_ID: 'KEY',
        AWS_SECRET_ACCESS_KEY: 'SECRET',
      },
    });
    expect(s3.restic({ ...location, region: 'eu-west-1' }, 'folder').url).toBe(
      's3:https://s3.eu-west-1.amazonaws.com/moves/folder',
    );
  });
});

describe('a location', () => {
  it.each([
    [{ bucket: undefined }, /^location.bucket: provider s3 needs it/],
    [
      { secretAccessKey: '' },
      /^location.secretAccessKey: provider s3 needs it/,
    ],
    [{ endpoint: 'minio' }, /^location.endpoint: 'minio' is no URL/],
    [{ endpoint: 'ftp://minio' }, /^location.endpoint: 'ftp:\/\/minio' is no/],
    [
      { endpoint: 'https://minio/moves' },
      /^location.endpoint: .* has more than scheme, host and port/,
    ],
  ])('%j is refused by field', (change, message) => {
    expect(() => checkLocation({ ...location, ...change })).toThrow(message);
  });
});
