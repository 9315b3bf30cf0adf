/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  RegistryAccess,
  StagingRegistry,
} from '@namespace-migration/plugin-migration-common';
import { MoverError } from '../../output';
import { endGroup } from '../../processGroup';
import { STATE_DIR } from '../skopeoFiles';

const PORT = 5001;
const START_MS = 30_000;

/** Serves the staging registry while the work goes on, and tells the work how to reach it. */
export async function withStaging<
  Config extends { accesses: RegistryAccess[]; staging?: StagingRegistry },
  Result,
>(config: Config, work: (ready: Config) => Promise<Result>): Promise<Result> {
  const { staging, accesses } = config;
  if (!staging) {
    return work(config);
  }
  const dir = join(STATE_DIR, 'staging');
  const address = `127.0.0.1:${PORT}`;
  prepare(dir, address, staging);
  const registry = spawn(
    'sh',
    ['-c', 'exec docker-registry serve config.json >log 2>&1'],
    {
      cwd: dir,
      detached: true,
      env: {
        ...process.env,
        ...(staging.caBundle && { SSL_CERT_FILE: join(dir, 'storage-ca.pem') }),
      },
    },
  );
  try {
    const deadline = Date.now() + START_MS;
    while (!(await listens(PORT))) {
      if (registry.exitCode !== null || Date.now() > deadline) {
        const { registry: name } = accesses[staging.access];
        throw new MoverError(
          'RepositoryUnreachable',
          `The registry over ${name} does not start: ${readFileSync(
            join(dir, 'log'),
            'utf8',
          ).slice(
            -500,
          )}. Test the repository, look at the way to it from the cluster, and start again.`,
        );
      }
      await sleep(50);
    }
    const own = {
      ...accesses[staging.access],
      address,
      caBundle: readFileSync(join(dir, 'tls.crt'), 'utf8'),
    };
    return await work({
      ...config,
      accesses: accesses.map((access, index) =>
        index === staging.access ? own : access,
      ),
    });
  } finally {
    await endGroup(registry, { graceMs: 2_000, deadlineMs: 20_000 }).catch(
      () => undefined,
    );
  }
}

function prepare(
  dir: string,
  address: string,
  { storage, caBundle }: StagingRegistry,
): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt'],
      ...['ec_paramgen_curve:P-256', '-nodes', '-days', '30'],
      ...['-keyout', 'tls.key', '-out', 'tls.crt', '-subj', '/CN=staging'],
      ...['-addext', 'subjectAltName=IP:127.0.0.1'],
    ],
    { cwd: dir, stdio: 'pipe' },
  );
  if (caBundle) {
    writeFileSync(join(dir, 'storage-ca.pem'), caBundle);
  }
  writeFileSync(join(dir, 'log'), '');
  writeFileSync(
    join(dir, 'config.json'),
    JSON.stringify({
      version: 0.1,
      log: { level: 'warn', accesslog: { disabled: true } },
      // through this process and not by redirection: skopeo does not know the storage's authority
      storage: { ...storage, redirect: { disable: true } },
      http: {
        addr: address,
        secret: randomBytes(32).toString('hex'),
        tls: {
          certificate: join(dir, 'tls.crt'),
          key: join(dir, 'tls.key'),
        },
      },
    }),
    { mode: 0o600 },
  );
}

function listens(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
