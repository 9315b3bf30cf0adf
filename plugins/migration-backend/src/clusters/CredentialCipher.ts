/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ConflictError } from '@backstage/errors';
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
} from 'node:crypto';

/** Credentials at rest: AES-256-GCM with a key derived from the configured secret. */
export class CredentialCipher {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = createHash('sha256')
      .update(`namespace-migration:${secret}`)
      .digest();
  }

  encrypt(plain: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return ['v1', iv, cipher.getAuthTag(), data]
      .map(part => (typeof part === 'string' ? part : part.toString('base64')))
      .join(':');
  }

  /** @throws ConflictError when the key is another one than at encryption, or the text was changed */
  decrypt(text: string): string {
    const [version, iv, tag, data] = text.split(':');
    if (version !== 'v1') {
      throw new ConflictError(
        'Stored credentials have an unknown format: something else than this portal wrote them. Give them anew',
      );
    }
    try {
      const decipher = createDecipheriv(
        'aes-256-gcm',
        this.key,
        Buffer.from(iv, 'base64'),
        // without it a tag cut to 4 bytes would do
        { authTagLength: 16 },
      );
      decipher.setAuthTag(Buffer.from(tag, 'base64'));
      return Buffer.concat([
        decipher.update(Buffer.from(data, 'base64')),
        decipher.final(),
      ]).toString('utf8');
    } catch {
      throw new ConflictError(
        'Stored credentials cannot be decrypted: is migration.encryptionKey the one they were stored with?',
      );
    }
  }
}
