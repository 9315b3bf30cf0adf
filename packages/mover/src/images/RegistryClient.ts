/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createHash } from 'node:crypto';
import { Agent } from 'node:https';
import { rootCertificates } from 'node:tls';
import { RegistryAccess } from '@namespace-migration/plugin-migration-common';
import { MoverError } from '../output';
import { authorise, scopeOf } from './authorise';
import { Answer, exchange } from './exchange';
import { RegistryAction, RegistryFailure } from './registryFailure';

const REDIRECTS = 5;

const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

export interface RawManifest {
  digest: string;
  bytes: Buffer;
}

/** Where a registry listens; Docker Hub's API is not at its name. */
export function hostOf({ registry, address }: RegistryAccess): string {
  return (
    address ?? (registry === 'docker.io' ? 'registry-1.docker.io' : registry)
  );
}

/**
 * What is asked of a registry about manifests and blobs (OCI Distribution 1.1). Content goes by skopeo.
 * @throws MoverError that names the image and the registry
 */
export class RegistryClient {
  private readonly agent: Agent;
  /** By scope. */
  private readonly authorisations = new Map<string, string>();

  constructor(readonly access: RegistryAccess) {
    this.agent = new Agent({
      keepAlive: true,
      ca: access.caBundle ? [...rootCertificates, access.caBundle] : undefined,
    });
  }

  close(): void {
    this.agent.destroy();
  }

  /** Undefined when there is none. */
  async findManifest(
    image: string,
    repository: string,
    reference: string,
  ): Promise<RawManifest | undefined> {
    const answer = await this.ask(
      image,
      repository,
      'GET',
      `manifests/${reference}`,
    );
    if (answer.status === 404) {
      return undefined;
    }
    const what = `manifest ${repository}:${reference}`;
    this.expect(image, answer, [200], what);
    const digest = `sha256:${createHash('sha256')
      .update(answer.body)
      .digest('hex')}`;
    if (reference.startsWith('sha256:') && reference !== digest) {
      throw this.failure(image).corrupt(
        `manifest ${reference} arrived as ${digest}`,
      );
    }
    return { digest, bytes: answer.body };
  }

  /** @throws ImageNotFound */
  async manifest(
    image: string,
    repository: string,
    reference: string,
  ): Promise<RawManifest> {
    const found = await this.findManifest(image, repository, reference);
    if (!found) {
      throw this.failure(image).notFound(
        `${repository}${reference.includes(':') ? '@' : ':'}${reference}`,
      );
    }
    return found;
  }

  /** Its size, or undefined when it is not in the repository. */
  async blobSize(
    image: string,
    repository: string,
    digest: string,
  ): Promise<number | undefined> {
    const answer = await this.ask(image, repository, 'HEAD', `blobs/${digest}`);
    if (answer.status === 404) {
      return undefined;
    }
    this.expect(image, answer, [200], `blob ${digest}`);
    return Number(answer.headers['content-length'] ?? 0);
  }

  /** Manifests that name this one as their subject; undefined when the registry cannot say. */
  async referrers(
    image: string,
    repository: string,
    digest: string,
  ): Promise<string[] | undefined> {
    const answer = await this.ask(
      image,
      repository,
      'GET',
      `referrers/${digest}`,
    );
    if (answer.status !== 200) {
      return undefined;
    }
    try {
      const { manifests = [] } = JSON.parse(answer.body.toString('utf8'));
      return manifests.map((manifest: any) => manifest.digest);
    } catch {
      return undefined;
    }
  }

  /** Takes a blob over from another repository of this registry, without sending it. False where it does not do so. */
  async mount(
    image: string,
    repository: string,
    digest: string,
    from: string,
  ): Promise<boolean> {
    const answer = await this.ask(
      image,
      repository,
      'POST',
      `blobs/uploads/?mount=${digest}&from=${encodeURIComponent(from)}`,
      [from],
    );
    if (answer.status === 202) {
      await this.cancel(image, repository, answer);
    }
    return answer.status === 201;
  }

  /** What the registry says to one who wants to write; undefined when it is ready to. skopeo keeps the words for itself. */
  async refusalToWrite(
    image: string,
    repository: string,
  ): Promise<MoverError | undefined> {
    const answer = await this.ask(image, repository, 'POST', 'blobs/uploads/');
    if (answer.status === 202) {
      await this.cancel(image, repository, answer);
      return undefined;
    }
    return this.failure(image, 'written to').answered(
      answer.status,
      answer.body.toString('utf8'),
      `repository ${repository}`,
    );
  }

  /** @returns false when it was not there */
  async deleteManifest(
    image: string,
    repository: string,
    digest: string,
  ): Promise<boolean> {
    const answer = await this.ask(
      image,
      repository,
      'DELETE',
      `manifests/${digest}`,
    );
    if (answer.status === 404) {
      return false;
    }
    this.expect(image, answer, [202, 200, 204], `manifest ${digest}`);
    return true;
  }

  failure(image: string, action: RegistryAction = 'read'): RegistryFailure {
    return new RegistryFailure(image, this.access, action);
  }

  private expect(
    image: string,
    { status, body }: Answer,
    expected: number[],
    what: string,
  ): void {
    if (!expected.includes(status)) {
      throw this.failure(image).answered(status, body.toString('utf8'), what);
    }
  }

  private async cancel(image: string, repository: string, { headers }: Answer) {
    if (headers.location) {
      const url = new URL(headers.location, `https://${hostOf(this.access)}`);
      await this.send(image, 'DELETE', url, {
        authorization: this.authorisations.get(scopeOf(repository, 'POST')),
      }).catch(() => undefined);
    }
  }

  /** With a login when it is asked for one, and after redirections, which storage services answer with. */
  private async ask(
    image: string,
    repository: string,
    method: string,
    path: string,
    alsoPull: string[] = [],
  ): Promise<Answer> {
    const url = new URL(
      `https://${hostOf(this.access)}/v2/${repository}/${path}`,
    );
    const scope = scopeOf(repository, method, alsoPull);
    const action =
      method === 'POST' || method === 'DELETE' ? 'written to' : 'read';
    const headers = () => ({
      accept: manifestTypes,
      authorization: this.authorisations.get(scope),
    });
    let answer = await this.send(image, method, url, headers());
    if (answer.status === 401) {
      const challenge = answer.headers['www-authenticate'] ?? '';
      const granted = await authorise(
        challenge,
        scope,
        this.access.login,
        (to, sent) => this.send(image, 'GET', to, sent),
      );
      if (!granted) {
        throw this.failure(image, action).answered(
          401,
          answer.body.toString('utf8'),
          '',
        );
      }
      this.authorisations.set(scope, granted);
      answer = await this.send(image, method, url, headers());
      if (answer.status === 401) {
        throw this.failure(image, action).answered(
          401,
          answer.body.toString('utf8'),
          '',
        );
      }
    }
    return answer;
  }

  private async send(
    image: string,
    method: string,
    url: URL,
    headers: Record<string, string | undefined>,
    redirects = 0,
  ): Promise<Answer> {
    const answer = await exchange(this.agent, method, url, headers).catch(
      error => {
        throw this.failure(image).noAnswer(error);
      },
    );
    const { location } = answer.headers;
    if (
      [301, 302, 303, 307, 308].includes(answer.status) &&
      location &&
      redirects < REDIRECTS
    ) {
      const to = new URL(location, url);
      // a login is for the registry alone
      const { authorization, ...others } = headers;
      return this.send(
        image,
        method,
        to,
        to.host === url.host ? headers : others,
        redirects + 1,
      );
    }
    return answer;
  }
}
