/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Provider, RESTIC_CONNECTIONS } from './ObjectStorage';

/** Amazon S3 and services that speak its language. */
export const s3: Provider = {
  required: ['bucket', 'accessKeyId', 'secretAccessKey'],
  open(location) {
    const Bucket = location.bucket;
    const client = new S3Client({
      region: location.region ?? 'us-east-1',
      endpoint: location.endpoint,
      forcePathStyle: location.forcePathStyle ?? false,
      credentials: {
        accessKeyId: location.accessKeyId!,
        secretAccessKey: location.secretAccessKey!,
      },
      maxAttempts: 3,
      // newer checksums are not known to every S3-compatible service
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: 10_000,
        requestTimeout: 30_000,
        throwOnRequestTimeout: true,
        ...(location.caBundle && { httpsAgent: { ca: location.caBundle } }),
      },
    });
    return {
      async put(Key, Body) {
        await client.send(new PutObjectCommand({ Bucket, Key, Body }));
      },
      async get(Key) {
        const { Body } = await client.send(
          new GetObjectCommand({ Bucket, Key }),
        );
        return Buffer.from((await Body?.transformToByteArray()) ?? []);
      },
      async delete(Key) {
        await client.send(new DeleteObjectCommand({ Bucket, Key }));
      },
      async *list(Prefix) {
        let ContinuationToken: string | undefined;
        do {
          const page = await client.send(
            new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }),
          );
          for (const { Key } of page.Contents ?? []) {
            yield Key!;
          }
          ContinuationToken = page.NextContinuationToken;
        } while (ContinuationToken);
      },
    };
  },
  registry(location, folder) {
    return {
      s3: {
        accesskey: location.accessKeyId,
        secretkey: location.secretAccessKey,
        region: location.region ?? 'us-east-1',
        // with it the bucket is in the path
        ...(location.endpoint && {
          regionendpoint: location.endpoint.replace(/\/+$/, ''),
        }),
        bucket: location.bucket,
        rootdirectory: `/${folder}`,
      },
    };
  },
  restic(location, folder) {
    const region = location.region ?? 'us-east-1';
    const endpoint =
      location.endpoint?.replace(/\/+$/, '') ??
      `https://s3.${region}.amazonaws.com`;
    return {
      url: `s3:${endpoint}/${location.bucket}/${folder}`,
      options: [
        `s3.connections=${RESTIC_CONNECTIONS}`,
        `s3.region=${region}`,
        `s3.bucket-lookup=${location.forcePathStyle ? 'path' : 'auto'}`,
      ],
      environment: {
        AWS_ACCESS_KEY_ID: location.accessKeyId!,
        AWS_SECRET_ACCESS_KEY: location.secretAccessKey!,
      },
    };
  },
};
