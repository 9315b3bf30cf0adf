/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  Repository,
  RepositoryInput,
  RepositoryLocation,
  RepositoryProvider,
} from '@namespace-migration/plugin-migration-common';

type TextField = Exclude<
  keyof RepositoryLocation,
  'provider' | 'forcePathStyle'
>;

/** What the form's fields hold: text, as it was typed. */
export type RepositoryValues = Record<TextField, string> & {
  name: string;
  title: string;
  provider: RepositoryProvider;
  forcePathStyle: boolean;
};

/** Each provider's fields, in their order. */
export const fieldsOf: Record<RepositoryProvider, TextField[]> = {
  s3: [
    'bucket',
    'prefix',
    'region',
    'endpoint',
    'caBundle',
    'accessKeyId',
    'secretAccessKey',
  ],
  gcs: ['bucket', 'prefix', 'endpoint', 'caBundle', 'serviceAccountJson'],
  azure: [
    'account',
    'container',
    'prefix',
    'endpoint',
    'caBundle',
    'accountKey',
  ],
};

const needed: Record<RepositoryProvider, TextField[]> = {
  s3: ['bucket', 'accessKeyId', 'secretAccessKey'],
  gcs: ['bucket', 'serviceAccountJson'],
  azure: ['account', 'container', 'accountKey'],
};

/** Written, never shown. */
export const secrets: TextField[] = [
  'secretAccessKey',
  'serviceAccountJson',
  'accountKey',
];

const allFields = [...new Set(Object.values(fieldsOf).flat())];

/** The fields' paths as the API names them. */
export const repositoryFields = [
  'name',
  'title',
  ...allFields.map(field => `location.${field}`),
];

export function repositoryValuesOf(repository?: Repository): RepositoryValues {
  const location = repository?.location;
  return {
    name: repository?.name ?? '',
    title: repository?.title ?? '',
    provider: location?.provider ?? 's3',
    forcePathStyle: location?.forcePathStyle ?? false,
    ...(Object.fromEntries(
      allFields.map(field => [field, location?.[field] ?? '']),
    ) as Record<TextField, string>),
  };
}

/** Whether what must be given is given; of a known repository the secret may stay what it is. */
export function isComplete(
  values: RepositoryValues,
  known?: Repository,
): boolean {
  const keeps = known?.location.provider === values.provider;
  return (
    values.name !== '' &&
    needed[values.provider].every(
      field => values[field] !== '' || (keeps && secrets.includes(field)),
    )
  );
}

export function repositoryInputOf(values: RepositoryValues): RepositoryInput {
  const { name, title, provider } = values;
  const location: RepositoryLocation = {
    provider,
    ...(provider === 's3' && values.forcePathStyle && { forcePathStyle: true }),
  };
  for (const field of fieldsOf[provider]) {
    const text = values[field].trim();
    if (text !== '') {
      location[field] = text;
    }
  }
  return { name, title, location };
}
