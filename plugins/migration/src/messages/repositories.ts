/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
export const repositoriesMessages = {
  label: 'Repositories',
  loadError: 'The repositories could not be loaded',
  emptyTitle: 'No repositories are registered',
  emptyDescription:
    'A replication repository is a bucket through which volumes are copied when the clusters cannot reach each other. Plans that copy directly need none.',
  register: 'Register repository',
  provider: 'Provider',
  place: 'Place',
  providers: {
    s3: 'S3 and compatible',
    gcs: 'Google Cloud Storage',
    azure: 'Azure Blob Storage',
  },
  removeHappens:
    'The registration and its stored credentials are deleted. Nothing is removed from the bucket.',
  form: {
    registerTitle: 'Register repository',
    editTitle: 'Edit repository {{name}}',
    intro:
      'An object is written, read back and deleted first; credentials are kept encrypted and are never shown again.',
    submit: 'Test and register',
    bucket: 'Bucket',
    prefix: 'Folder in the bucket',
    prefixHelp: 'Everything is kept below it; the whole bucket by default',
    region: 'Region',
    endpoint: 'Endpoint',
    endpointHelp:
      "URL of the service when it is not the provider's own, for example https://s3.example.org. Both clusters and the portal must reach it",
    forcePathStyle:
      'The bucket stands in the path (most S3-compatible services)',
    caBundle: 'CA bundle',
    caBundleHelp: 'PEM certificates that sign the endpoint',
    accessKeyId: 'Access key',
    secretAccessKey: 'Secret key',
    serviceAccountJson: 'Key file of the service account',
    serviceAccountHelp: 'The whole JSON',
    account: 'Storage account',
    container: 'Container',
    accountKey: 'Account key',
    secretKept:
      'Leave empty to keep the stored one. For another endpoint, CA bundle, access key or account it is given again',
  },
} as const;
