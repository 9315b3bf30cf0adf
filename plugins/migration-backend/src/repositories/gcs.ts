/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Storage } from '@google-cloud/storage';
import { Provider, RESTIC_CONNECTIONS } from './ObjectStorage';

/** Google Cloud Storage. */
export const gcs: Provider = {
  required: ['bucket', 'serviceAccountJson'],
  open(location) {
    const credentials = JSON.parse(location.serviceAccountJson!);
    const bucket = new Storage({
      credentials,
      projectId: credentials.project_id,
      apiEndpoint: location.endpoint,
      timeout: 30_000,
      retryOptions: { maxRetries: 3, totalTimeout: 60 },
    }).bucket(location.bucket!);
    return {
      async put(key, content) {
        await bucket.file(key).save(content, {
          resumable: false,
          validation: 'md5',
        });
      },
      async get(key) {
        return (await bucket.file(key).download())[0];
      },
      async delete(key) {
        await bucket.file(key).delete({ ignoreNotFound: true });
      },
      async *list(prefix) {
        let pageToken: string | undefined;
        do {
          const [files, next]: any[] = await bucket.getFiles({
            prefix,
            pageToken,
            autoPaginate: false,
          });
          for (const { name } of files) {
            yield name;
          }
          pageToken = next?.pageToken;
        } while (pageToken);
      },
    };
  },
  restic(location, folder) {
    return {
      url: `gs:${location.bucket}:/${folder}`,
      options: [`gs.connections=${RESTIC_CONNECTIONS}`],
      environment: {
        GOOGLE_PROJECT_ID:
          JSON.parse(location.serviceAccountJson!).project_id ?? '',
      },
      credentialsFile: {
        variable: 'GOOGLE_APPLICATION_CREDENTIALS',
        content: location.serviceAccountJson!,
      },
    };
  },
};
