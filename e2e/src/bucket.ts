/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import { LocalEnvironment } from '@namespace-migration/local-clusters';

/** A bucket on the local clusters' S3, looked at by a test's own client. */
export class Bucket {
  private readonly client: S3Client;

  private constructor(
    s3: NonNullable<LocalEnvironment['s3']>,
    readonly name: string,
  ) {
    this.client = new S3Client({
      region: 'us-east-1',
      endpoint: s3.endpoint,
      forcePathStyle: true,
      credentials: {
        accessKeyId: s3.accessKey,
        secretAccessKey: s3.secretKey,
      },
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
  }

  static async make(
    s3: NonNullable<LocalEnvironment['s3']>,
    name: string,
  ): Promise<Bucket> {
    const bucket = new Bucket(s3, name);
    await bucket.client.send(new CreateBucketCommand({ Bucket: name }));
    return bucket;
  }

  async keys(): Promise<string[]> {
    const { Contents } = await this.client.send(
      new ListObjectsV2Command({ Bucket: this.name }),
    );
    return (Contents ?? []).map(({ Key }) => Key!);
  }

  async remove(): Promise<void> {
    for (const Key of await this.keys()) {
      await this.client.send(
        new DeleteObjectCommand({ Bucket: this.name, Key }),
      );
    }
    await this.client.send(new DeleteBucketCommand({ Bucket: this.name }));
    this.client.destroy();
  }
}
