/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { MigrationClient } from '@namespace-migration/plugin-migration-common';
import { GivenUp, waitUntil } from './waitUntil';

const repository = join(__dirname, '../../..');

/** The demo portal (packages/backend with packages/app) as a process of its own. */
export class Portal {
  readonly url: string;
  readonly logFile: string;
  readonly api: MigrationClient;
  private child?: ChildProcess;
  private token?: { value: string; expires: number };

  /**
   * @param dir keeps its database, its key and its log
   * @param app the frontend, `app` by default
   * @param configs files beside app-config.yaml, which win
   */
  constructor(
    private readonly options: {
      dir: string;
      port: number;
      moverImage: string;
      app?: string;
      configs?: string[];
    },
  ) {
    this.url = `http://localhost:${options.port}`;
    this.logFile = join(options.dir, 'portal.log');
    this.api = new MigrationClient({
      discoveryApi: {
        getBaseUrl: async plugin => `${this.url}/api/${plugin}`,
      },
      fetchApi: {
        fetch: async (input, init) => {
          const request = new Request(input, init);
          request.headers.set('authorization', `Bearer ${await this.guest()}`);
          return fetch(request);
        },
      },
    });
  }

  /** Ends when the portal answers. @throws with the end of its log when it does not start */
  async start(signal?: AbortSignal): Promise<void> {
    const { dir, port, moverImage, app = 'app', configs = [] } = this.options;
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const log = openSync(this.logFile, 'w');
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        join(repository, 'packages/backend/src/startPortal.ts'),
        ...[join(repository, 'app-config.yaml'), ...configs].flatMap(file => [
          '--config',
          file,
        ]),
      ],
      {
        cwd: repository,
        stdio: ['ignore', log, log],
        env: {
          ...process.env,
          // guests are let in only then, and a test's own value is another
          NODE_ENV: 'development',
          NAMESPACE_MIGRATION_APP: app,
          NAMESPACE_MIGRATION_PORT: String(port),
          NAMESPACE_MIGRATION_DATA: dir,
          NAMESPACE_MIGRATION_ENCRYPTION_KEY: this.encryptionKey(),
          NAMESPACE_MIGRATION_MOVER_IMAGE: moverImage,
        },
      },
    );
    closeSync(log);
    this.child = child;
    child.on('error', error => writeFileSync(this.logFile, String(error)));
    await waitUntil(
      'The portal is ready',
      async () => {
        if (!this.running) {
          throw new GivenUp(`The portal has ended:\n${this.endOfLog()}`);
        }
        const answer = await fetch(
          `${this.url}/.backstage/health/v1/readiness`,
        );
        return answer.ok && (await this.api.listClusters()) !== undefined;
      },
      { seconds: 300, signal },
    );
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get running(): boolean {
    return (
      this.child?.pid !== undefined &&
      this.child.exitCode === null &&
      this.child.signalCode === null
    );
  }

  /** Resolves when the portal ends by itself. */
  async ended(): Promise<void> {
    if (this.running) {
      await once(this.child!, 'exit');
    }
  }

  async stop(): Promise<void> {
    if (!this.running) {
      return;
    }
    const ended = once(this.child!, 'exit');
    this.child!.kill('SIGTERM');
    const timer = setTimeout(() => this.child!.kill('SIGKILL'), 20_000);
    await ended;
    clearTimeout(timer);
  }

  endOfLog(): string {
    return existsSync(this.logFile)
      ? readFileSync(this.logFile, 'utf8')
          .trimEnd()
          .split('\n')
          .slice(-15)
          .join('\n')
      : '';
  }

  /** Signs in as everybody may who opens the demo portal. */
  private async guest(): Promise<string> {
    if (!this.token || this.token.expires < Date.now()) {
      const answer = await fetch(`${this.url}/api/auth/guest/refresh`, {
        method: 'POST',
        headers: { 'x-requested-with': 'XMLHttpRequest' },
      });
      if (!answer.ok) {
        throw new Error(
          `The portal does not let guests in: ${
            answer.status
          } ${await answer.text()}`,
        );
      }
      const { backstageIdentity } = await answer.json();
      this.token = {
        value: backstageIdentity.token,
        expires: Date.now() + 10 * 60_000,
      };
    }
    return this.token.value;
  }

  /** Of this portal only; what its database keeps can be read with no other. */
  private encryptionKey(): string {
    const file = join(this.options.dir, 'encryption.key');
    if (!existsSync(file)) {
      writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
    }
    return readFileSync(file, 'utf8');
  }
}

/** The port, or a free one when none is wanted. @throws when somebody listens there already */
export async function usablePort(wanted: number | undefined): Promise<number> {
  const server = createServer();
  server.listen(wanted ?? 0, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(
      `Port ${wanted} cannot be used (${
        (error as Error).message
      }): end what listens there, or give another one with --port`,
    );
  }
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
