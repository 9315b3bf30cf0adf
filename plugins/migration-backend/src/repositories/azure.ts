/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  BlobServiceClient,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { Provider, RESTIC_CONNECTIONS } from './ObjectStorage';

const PUBLIC_SUFFIX = 'core.windows.net';

/** Azure Blob Storage. An endpoint is that of the account, for example `https://account.blob.core.usgovcloudapi.net`. */
export const azure: Provider = {
  required: ['account', 'container', 'accountKey'],
  open(location) {
    const container = new BlobServiceClient(
      location.endpoint ?? `https://${location.account}.blob.${PUBLIC_SUFFIX}`,
      new StorageSharedKeyCredential(location.account!, location.accountKey!),
      { retryOptions: { maxTries: 3, tryTimeoutInMs: 30_000 } },
    ).getContainerClient(location.container!);
    return {
      async put(key, content) {
        await container.getBlockBlobClient(key).uploadData(content);
      },
      async get(key) {
        return container.getBlockBlobClient(key).downloadToBuffer();
      },
      async delete(key) {
        await container.getBlockBlobClient(key).deleteIfExists();
      },
      async *list(prefix) {
        for await (const { name } of container.listBlobsFlat({ prefix })) {
          yield name;
        }
      },
    };
  },
  restic(location, folder) {
    return {
      url: `azure:${location.container}:/${folder}`,
      options: [`azure.connections=${RESTIC_CONNECTIONS}`],
      environment: {
        AZURE_ACCOUNT_NAME: location.account!,
        AZURE_ACCOUNT_KEY: location.accountKey!,
        ...(location.endpoint && {
          // restic puts the account in front of it itself
          AZURE_ENDPOINT_SUFFIX: new URL(location.endpoint).hostname.replace(
            `${location.account}.blob.`,
            '',
          ),
        }),
      },
    };
  },
};
