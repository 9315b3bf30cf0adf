/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Certificates } from './certificates';

/** Self-contained, so that it can be uploaded to a portal as it is. */
export function writeKubeconfig(options: {
  file: string;
  cluster: string;
  server: string;
  certificates: Certificates;
  user: string;
}): void {
  const data = (name: string) =>
    readFileSync(options.certificates.path(name)).toString('base64');
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: options.cluster,
        cluster: {
          server: options.server,
          'certificate-authority-data': data('ca.crt'),
        },
      },
    ],
    users: [
      {
        name: options.user,
        user: {
          'client-certificate-data': data(`${options.user}.crt`),
          'client-key-data': data(`${options.user}.key`),
        },
      },
    ],
    contexts: [
      {
        name: options.cluster,
        context: { cluster: options.cluster, user: options.user },
      },
    ],
    'current-context': options.cluster,
  };
  writeFileSync(options.file, JSON.stringify(config, undefined, 2), {
    mode: 0o600,
  });
}
