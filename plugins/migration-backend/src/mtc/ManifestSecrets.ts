/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ManifestRefused, textOf } from './manifest';

/** Secrets that came with the manifests, by `namespace/name`. Their values go nowhere but into credentials. */
export class ManifestSecrets {
  private readonly secrets = new Map<string, any>();

  add(secret: any): void {
    const { name, namespace } = secret.metadata;
    this.secrets.set(`${namespace ?? ''}/${name}`, secret);
  }

  /**
   * A value of the Secret that a field refers to, without the line end that base64 of a file often has.
   * @throws ManifestRefused naming Secret and key
   */
  value(reference: any, key: string, field: string): string {
    const found = this.optionalValue(reference, key, field);
    if (!found) {
      throw new ManifestRefused(
        `${field}: Secret ${reference.namespace ?? ''}/${
          reference.name
        } has no ${key}. Add it.`,
      );
    }
    return found;
  }

  /** @throws ManifestRefused when the Secret itself is missing */
  optionalValue(
    reference: any,
    key: string,
    field: string,
  ): string | undefined {
    const name = textOf(reference?.name, `${field}.name`);
    if (!name) {
      throw new ManifestRefused(
        `${field}: it names no Secret. Fill in name and namespace.`,
      );
    }
    const namespace = textOf(reference.namespace, `${field}.namespace`) ?? '';
    const secret = this.secrets.get(`${namespace}/${name}`);
    if (!secret) {
      throw new ManifestRefused(
        `${field}: Secret ${namespace}/${name} is not among the manifests. Add its manifest to them; it is not read from a cluster.`,
      );
    }
    const plain = secret.stringData?.[key];
    if (typeof plain === 'string') {
      return plain.trim();
    }
    const encoded = secret.data?.[key];
    return typeof encoded === 'string'
      ? Buffer.from(encoded, 'base64').toString('utf8').trim()
      : undefined;
  }
}
