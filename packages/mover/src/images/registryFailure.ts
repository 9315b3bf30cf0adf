/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { RegistryAccess } from '@namespace-migration/plugin-migration-common';
import { MoverError } from '../output';

const untrusted = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_GET_ISSUER_CERT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_UNTRUSTED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

export type RegistryAction = 'read' | 'written to';

/** What an image met at a registry. Messages name image, registry, cause and cure. */
export class RegistryFailure {
  constructor(
    private readonly image: string,
    private readonly access: RegistryAccess,
    private readonly action: RegistryAction,
  ) {}

  private get registry(): string {
    const { registry, address } = this.access;
    return `registry ${registry}${
      address && address !== registry ? ` (at ${address})` : ''
    }`;
  }

  /** No answer at all. */
  noAnswer(error: NodeJS.ErrnoException): MoverError {
    return untrusted.has(error.code ?? '')
      ? this.notTrusted(error.message)
      : this.unreachable(error.message);
  }

  notTrusted(words: string): MoverError {
    return new MoverError(
      'RegistryNotTrusted',
      `Image ${this.image}: ${this.registry} shows a certificate that is not trusted (${words}). Name the authority that signs it in caBundle of this registry in the plan.`,
    );
  }

  unreachable(words: string): MoverError {
    return new MoverError(
      'RegistryUnreachable',
      `Image ${this.image}: ${this.registry} does not answer pods of the destination cluster (${words}). Open the way to it, or name in the plan the address under which it is reached, and start again; what is copied stays.`,
    );
  }

  rejected(words: string): MoverError {
    return new MoverError(
      'RegistryCredentialsRejected',
      `Image ${this.image}: ${this.registry} does not let it be ${this.action} (${words}). Name in the plan a Secret with an entry for this registry that may do that.`,
    );
  }

  notFound(what: string): MoverError {
    return new MoverError(
      'ImageNotFound',
      `Image ${this.image}: ${this.registry} has no ${what}. Push it there, or correct the workload that names it.`,
    );
  }

  full(words: string): MoverError {
    return new MoverError(
      'RegistryFull',
      `Image ${this.image}: ${this.registry} has no room for it (${words}). Give it more storage or a larger quota, and start again; blobs that have arrived stay.`,
    );
  }

  corrupt(words: string): MoverError {
    return new MoverError(
      'ImageBlobCorrupt',
      `Image ${this.image}: from ${this.registry} arrives content that is not what its digest says (${words}). Look at what is between it and the destination cluster, or push the image there again.`,
    );
  }

  incomplete(words: string): MoverError {
    return new MoverError(
      'ImageIncomplete',
      `Image ${this.image}: ${this.registry} has not all of it (${words}). Start the migration again; what is there is not copied again.`,
    );
  }

  refused(words: string): MoverError {
    return new MoverError(
      'RegistryRefused',
      `Image ${this.image}: ${this.registry} could not have it ${this.action} (${words}). Look at the log of the registry, and start again; what is copied stays.`,
    );
  }

  /** An answer that is no success. */
  answered(status: number, body: string, what: string): MoverError {
    const words = `${status} ${body.replace(/\s+/g, ' ').slice(0, 300)}`.trim();
    if (status === 401 || status === 403) {
      return isFull(body) ? this.full(words) : this.rejected(words);
    }
    if (status === 404) {
      return this.notFound(what);
    }
    return status === 507 || status === 413 || isFull(body)
      ? this.full(words)
      : this.refused(words);
  }
}

/** Distribution, Quay, Harbor and the clouds each have their words; "Err":28 is ENOSPC in Distribution's detail. */
export function isFull(words: string): boolean {
  return /no space left|"Err":28\b|quota|insufficient[_ ]storage|storage.{0,20}exceeded/i.test(
    words,
  );
}
