/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../command';

/** A certificate authority and what it signs for one cluster; made once, kept in the cluster's directory. */
export class Certificates {
  constructor(readonly dir: string) {}

  path(file: string): string {
    return join(this.dir, file);
  }

  async make(options: {
    nodeName: string;
    nodeAddress: string;
    apiServiceAddress: string;
  }): Promise<void> {
    mkdirSync(this.dir, { recursive: true, mode: 0o700 });
    if (!existsSync(this.path('ca.crt'))) {
      await this.openssl(
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'ca.key',
        '-out',
        'ca.crt',
        '-days',
        '3650',
        '-subj',
        '/CN=local-clusters',
      );
    }
    if (!existsSync(this.path('sa.key'))) {
      await this.openssl('genrsa', '-out', 'sa.key', '2048');
    }
    await this.sign(
      'api',
      '/CN=kube-apiserver',
      `subjectAltName=DNS:localhost,DNS:kubernetes.default.svc,IP:127.0.0.1,IP:${options.nodeAddress},IP:${options.apiServiceAddress}`,
    );
    await this.sign(
      'admin',
      '/O=system:masters/CN=admin',
      'extendedKeyUsage=clientAuth',
    );
    await this.sign(
      'kubelet',
      `/O=system:nodes/CN=system:node:${options.nodeName}`,
      `extendedKeyUsage=clientAuth,serverAuth\nsubjectAltName=DNS:${options.nodeName},IP:${options.nodeAddress}`,
    );
  }

  private async sign(
    name: string,
    subject: string,
    extensions: string,
  ): Promise<void> {
    if (existsSync(this.path(`${name}.crt`))) {
      return;
    }
    writeFileSync(this.path(`${name}.ext`), extensions);
    await this.openssl(
      'req',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      subject,
    );
    await this.openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-CA',
      'ca.crt',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-out',
      `${name}.crt`,
      '-days',
      '3650',
      '-extfile',
      `${name}.ext`,
    );
  }

  private openssl(...args: string[]): Promise<string> {
    return run('openssl', args, { cwd: this.dir });
  }
}
