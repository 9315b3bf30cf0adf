/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  RepositoryInput,
  RepositoryLocation,
} from '@namespace-migration/plugin-migration-common';
import {
  bytesOf,
  Manifest,
  ManifestRefused,
  MtcField,
  nameOf,
  neededText,
  textOf,
} from './manifest';
import { ManifestSecrets } from './ManifestSecrets';

const config = 'spec.backupStorageConfig';
const snapshots =
  "Velero's native snapshots are not used; copy method snapshot uses the CSI snapshots of the clusters";

export const migStorageFields: MtcField[] = [
  {
    field: 'spec.backupStorageProvider',
    becomes: 'location.provider: aws is s3, gcp is gcs, azure is azure',
  },
  {
    field: `${config}.credsSecretRef`,
    becomes:
      'location.accessKeyId and secretAccessKey, serviceAccountJson or accountKey, from the Secret',
  },
  { field: `${config}.awsBucketName`, becomes: 'location.bucket' },
  { field: `${config}.awsRegion`, becomes: 'location.region' },
  { field: `${config}.awsS3Url`, becomes: 'location.endpoint' },
  {
    field: `${config}.awsS3ForcePathStyle`,
    becomes: 'location.forcePathStyle',
  },
  { field: `${config}.s3CustomCABundle`, becomes: 'location.caBundle' },
  {
    field: `${config}.awsPublicUrl`,
    loss: 'It is for downloads of Velero; portal and movers use the endpoint',
  },
  {
    field: `${config}.awsKmsKeyId`,
    loss: 'No key is named to the storage; volumes are encrypted before they are sent. Set a default key on the bucket if one is demanded',
  },
  {
    field: `${config}.awsSignatureVersion`,
    loss: 'Requests are signed with version 4',
    unless: ['4', 4],
  },
  { field: `${config}.azureStorageAccount`, becomes: 'location.account' },
  { field: `${config}.azureStorageContainer`, becomes: 'location.container' },
  {
    field: `${config}.azureResourceGroup`,
    loss: 'A storage account is found by its name and key alone',
  },
  { field: `${config}.gcpBucket`, becomes: 'location.bucket' },
  {
    field: `${config}.insecure`,
    loss: 'The certificate of the storage is always verified; give s3CustomCABundle',
  },
  { field: 'spec.volumeSnapshotProvider', loss: snapshots },
  { field: 'spec.volumeSnapshotConfig', loss: snapshots },
];

/** @throws ManifestRefused */
export function readMigStorage(
  manifest: Manifest,
  secrets: ManifestSecrets,
): RepositoryInput {
  return {
    name: nameOf(manifest),
    location: locationOf(
      manifest.spec.backupStorageProvider,
      manifest.spec.backupStorageConfig ?? {},
      secrets,
    ),
  };
}

function locationOf(
  provider: unknown,
  given: any,
  secrets: ManifestSecrets,
): RepositoryLocation {
  const credential = (key: string) =>
    secrets.value(given.credsSecretRef, key, `${config}.credsSecretRef`);
  switch (provider) {
    case 'aws': {
      const region = textOf(given.awsRegion, `${config}.awsRegion`);
      const endpoint = textOf(given.awsS3Url, `${config}.awsS3Url`);
      const caBundle = bytesOf(
        given.s3CustomCABundle,
        `${config}.s3CustomCABundle`,
      );
      return {
        provider: 's3',
        bucket: neededText(given.awsBucketName, `${config}.awsBucketName`),
        ...(region && { region }),
        ...(endpoint && { endpoint }),
        ...(given.awsS3ForcePathStyle === true && { forcePathStyle: true }),
        ...(caBundle && { caBundle }),
        accessKeyId: credential('aws-access-key-id'),
        secretAccessKey: credential('aws-secret-access-key'),
      };
    }
    case 'gcp':
      return {
        provider: 'gcs',
        bucket: neededText(given.gcpBucket, `${config}.gcpBucket`),
        serviceAccountJson: credential('gcp-credentials'),
      };
    case 'azure':
      return {
        provider: 'azure',
        account: neededText(
          given.azureStorageAccount,
          `${config}.azureStorageAccount`,
        ),
        container:
          textOf(
            given.azureStorageContainer,
            `${config}.azureStorageContainer`,
          ) ?? 'velero',
        accountKey: azureKey(credential('azure-credentials')),
      };
    default:
      throw new ManifestRefused(
        `spec.backupStorageProvider: '${provider}' is none of aws, gcp and azure. Choose one of them; S3-compatible services are aws with awsS3Url.`,
      );
  }
}

/** MTC's credentials are those of a service principal; a storage key may stand among them. */
function azureKey(ini: string): string {
  const [, key] =
    /^\s*AZURE_STORAGE_ACCOUNT_ACCESS_KEY\s*=\s*"?([^"\s]+)/m.exec(ini) ?? [];
  if (!key) {
    throw new ManifestRefused(
      `${config}.credsSecretRef: key azure-credentials of the Secret has a service principal and no AZURE_STORAGE_ACCOUNT_ACCESS_KEY. Add the key of the storage account to it: repositories are opened with that.`,
    );
  }
  return key;
}
