/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  receiverName,
  senderName,
} from '@namespace-migration/plugin-migration-common';
import {
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** PEM. Made for one migration and good for nothing else. */
export interface MoverKeys {
  ca: string;
  receiver: { cert: string; key: string };
  sender: { cert: string; key: string };
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const VALID_DAYS = 90;

cryptoProvider.set(webcrypto as unknown as Crypto);

/** An authority that signs two certificates and is then forgotten: its private key is never stored. */
export async function makeMoverKeys(migrationId: string): Promise<MoverKeys> {
  const generate = () =>
    webcrypto.subtle.generateKey(algorithm, true, [
      'sign',
      'verify',
    ]) as Promise<CryptoKeyPair>;
  // clocks of clusters differ by some minutes
  const notBefore = new Date(Date.now() - 3600_000);
  const notAfter = new Date(Date.now() + VALID_DAYS * 86400_000);
  const caKeys = await generate();
  const ca = await X509CertificateGenerator.createSelfSigned({
    name: `CN=migration ${migrationId}`,
    notBefore,
    notAfter,
    keys: caKeys,
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(true, 0, true)],
  });
  const sign = async (name: string, usage: ExtendedKeyUsage) => {
    const keys = await generate();
    const certificate = await X509CertificateGenerator.create({
      subject: `CN=${name.slice(0, 64)}`,
      issuer: ca.subject,
      notBefore,
      notAfter,
      publicKey: keys.publicKey,
      signingKey: caKeys.privateKey,
      signingAlgorithm: algorithm,
      extensions: [
        new SubjectAlternativeNameExtension([{ type: 'dns', value: name }]),
        new ExtendedKeyUsageExtension([usage]),
      ],
    });
    const der = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
    const base64 = Buffer.from(der)
      .toString('base64')
      .replace(/(.{64})/g, '$1\n')
      .trim();
    return {
      cert: certificate.toString('pem'),
      key: `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----\n`,
    };
  };
  return {
    ca: ca.toString('pem'),
    receiver: await sign(
      receiverName(migrationId),
      ExtendedKeyUsage.serverAuth,
    ),
    sender: await sign(senderName(migrationId), ExtendedKeyUsage.clientAuth),
  };
}
