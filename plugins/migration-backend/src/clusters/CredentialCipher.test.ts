/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { CredentialCipher } from './CredentialCipher';

describe('CredentialCipher', () => {
  const cipher = new CredentialCipher('a secret of the portal');
  const token = 'eyJhbGciOi.tökén';

  it('gives back what it was given', () => {
    expect(cipher.decrypt(cipher.encrypt(token))).toBe(token);
    expect(cipher.decrypt(cipher.encrypt(''))).toBe('');
    expect(
      new CredentialCipher('a secret of the portal').decrypt(
        cipher.encrypt(token),
      ),
    ).toBe(token);
  });

  it('does not show it, and writes the same text differently each time', () => {
    const first = cipher.encrypt(token);
    expect(first).not.toContain(token);
    expect(first).not.toContain(Buffer.from(token).toString('base64'));
    expect(cipher.encrypt(token)).not.toBe(first);
  });

  it('says what to look at when the key is another one', () => {
    expect(() =>
      new CredentialCipher('another').decrypt(cipher.encrypt(token)),
    ).toThrow('is migration.encryptionKey the one they were stored with?');
  });

  it('notices a change of the stored text', () => {
    const parts = cipher.encrypt(token).split(':');
    for (const index of [1, 2, 3]) {
      const changed = [...parts];
      const bytes = Buffer.from(changed[index], 'base64');
      bytes[0] ^= 1;
      changed[index] = bytes.toString('base64');
      expect(() => cipher.decrypt(changed.join(':'))).toThrow(
        'cannot be decrypted',
      );
    }
  });

  it('does not do with a part of the proof', () => {
    const [version, iv, tag, data] = cipher.encrypt(token).split(':');
    const cut = Buffer.from(tag, 'base64').subarray(0, 4).toString('base64');
    expect(() => cipher.decrypt([version, iv, cut, data].join(':'))).toThrow(
      'cannot be decrypted',
    );
  });

  it.each(['', 'plain text', 'v2:a:b:c', 'v1', 'v1:AA==:AA==:AA=='])(
    'refuses %p with a message of its own',
    text => {
      expect(() => cipher.decrypt(text)).toThrow(/^Stored credentials/);
    },
  );
});
