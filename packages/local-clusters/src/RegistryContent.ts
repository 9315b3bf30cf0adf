/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createHash } from 'node:crypto';
import { request } from 'node:https';
import { gzipSync } from 'node:zlib';
import type { ImageRegistry } from './ImageRegistry';

const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const indexType = 'application/vnd.oci.image.index.v1+json';

export interface TestImage {
  repository: string;
  tag: string;
  /** Uncompressed tar archives. */
  layers: Buffer[];
  entrypoint?: string[];
  /** More than one make a list of manifests; this machine's by default. */
  architectures?: string[];
}

interface Answer {
  status: number;
  headers: Record<string, any>;
  body: Buffer;
}

const digestOf = (bytes: Buffer) =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const ownArchitecture = process.arch === 'arm64' ? 'arm64' : 'amd64';

/** What a registry holds, by requests that share nothing with the product. */
export class RegistryContent {
  constructor(private readonly registry: ImageRegistry) {}

  /** @returns the digest that its tag points at */
  async push(image: TestImage): Promise<string> {
    const { repository, tag, architectures = [ownArchitecture] } = image;
    const layers: Array<{ digest: string; size: number; diffId: string }> = [];
    for (const tar of image.layers) {
      const bytes = gzipSync(tar, { level: 1 });
      layers.push({
        ...(await this.putBlob(repository, bytes)),
        diffId: digestOf(tar),
      });
    }
    const manifests: Array<{ digest: string; size: number; platform: object }> =
      [];
    for (const architecture of architectures) {
      const config = await this.putBlob(
        repository,
        Buffer.from(
          JSON.stringify({
            architecture,
            os: 'linux',
            config: { Entrypoint: image.entrypoint },
            rootfs: {
              type: 'layers',
              diff_ids: layers.map(({ diffId }) => diffId),
            },
          }),
        ),
      );
      const bytes = Buffer.from(
        JSON.stringify({
          schemaVersion: 2,
          mediaType: manifestType,
          config: {
            mediaType: 'application/vnd.oci.image.config.v1+json',
            ...config,
          },
          layers: layers.map(({ digest, size }) => ({
            mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
            digest,
            size,
          })),
        }),
      );
      const reference = architectures.length > 1 ? digestOf(bytes) : tag;
      await this.putManifest(repository, reference, manifestType, bytes);
      manifests.push({
        digest: digestOf(bytes),
        size: bytes.length,
        platform: { os: 'linux', architecture },
      });
    }
    if (architectures.length === 1) {
      return manifests[0].digest;
    }
    const list = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: indexType,
        manifests: manifests.map(each => ({
          mediaType: manifestType,
          ...each,
        })),
      }),
    );
    await this.putManifest(repository, tag, indexType, list);
    return digestOf(list);
  }

  /** A manifest as it is there, with the digest of its bytes. Undefined when it is not. */
  async manifest(
    repository: string,
    reference: string,
  ): Promise<{ digest: string; body: any } | undefined> {
    const { status, body } = await this.ask(
      'GET',
      `/v2/${repository}/manifests/${reference}`,
      { accept: `${manifestType}, ${indexType}` },
    );
    return status === 200
      ? { digest: digestOf(body), body: JSON.parse(body.toString('utf8')) }
      : undefined;
  }

  /** Reads every blob of an image, and says which are missing or are not what their digest says. */
  async brokenBlobs(repository: string, reference: string): Promise<string[]> {
    const found = await this.manifest(repository, reference);
    if (!found) {
      return [`manifest ${reference}`];
    }
    const broken: string[] = [];
    for (const { digest } of found.body.manifests ?? []) {
      broken.push(...(await this.brokenBlobs(repository, digest)));
    }
    const { config, layers = [] } = found.body;
    for (const { digest } of config ? [config, ...layers] : []) {
      const { status, body } = await this.ask(
        'GET',
        `/v2/${repository}/blobs/${digest}`,
      );
      if (status !== 200 || digestOf(body) !== digest) {
        broken.push(digest);
      }
    }
    return broken;
  }

  async putManifest(
    repository: string,
    reference: string,
    mediaType: string,
    bytes: Buffer,
  ): Promise<void> {
    await this.expect(
      201,
      'PUT',
      `/v2/${repository}/manifests/${reference}`,
      { 'content-type': mediaType },
      bytes,
    );
  }

  async putBlob(
    repository: string,
    bytes: Buffer,
  ): Promise<{ digest: string; size: number }> {
    const digest = digestOf(bytes);
    const { headers } = await this.expect(
      202,
      'POST',
      `/v2/${repository}/blobs/uploads/`,
    );
    const to = new URL(headers.location, `https://${this.registry.host}`);
    to.searchParams.set('digest', digest);
    await this.expect(
      201,
      'PUT',
      `${to.pathname}${to.search}`,
      { 'content-type': 'application/octet-stream' },
      bytes,
    );
    return { digest, size: bytes.length };
  }

  private async expect(
    status: number,
    ...asked: Parameters<RegistryContent['ask']>
  ): Promise<Answer> {
    const answer = await this.ask(...asked);
    if (answer.status !== status) {
      throw new Error(
        `${asked[0]} ${asked[1]}: ${answer.status} ${answer.body
          .toString('utf8')
          .slice(0, 300)}`,
      );
    }
    return answer;
  }

  private ask(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: Buffer,
  ): Promise<Answer> {
    const { host, caBundle, login } = this.registry;
    return new Promise((resolve, reject) => {
      const sent = request(
        `https://${host}${path}`,
        {
          method,
          ca: caBundle,
          auth: login && `${login.username}:${login.password}`,
          headers: {
            ...headers,
            ...(body && { 'content-length': String(body.length) }),
          },
        },
        response => {
          const chunks: Buffer[] = [];
          response.on('data', chunk => chunks.push(chunk));
          response.once('error', reject);
          response.once('end', () =>
            resolve({
              status: response.statusCode!,
              headers: response.headers,
              body: Buffer.concat(chunks),
            }),
          );
        },
      );
      sent.once('error', reject);
      sent.end(body);
    });
  }
}
