/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Migration,
  MigrationClient,
} from '@namespace-migration/plugin-migration-common';

const repository = join(__dirname, '../..');

/** The real backend plugin as a process of its own, with its own SQLite file, that can be killed and started again. */
export class TestBackend {
  readonly dir = mkdtempSync(join(tmpdir(), 'migration-backend-'));
  readonly api: MigrationClient;
  private child?: ChildProcess;

  /** @param api of a backend that runs already, and is not ended by this */
  constructor(readonly port: number, api?: MigrationClient) {
    this.api = api ?? this.ownApi();
  }

  private ownApi(): MigrationClient {
    const { port } = this;
    return new MigrationClient({
      discoveryApi: {
        getBaseUrl: async plugin => `http://127.0.0.1:${port}/api/${plugin}`,
      },
      fetchApi: {
        fetch: async (input, init) => {
          const request = new Request(input, init);
          request.headers.set('authorization', 'Bearer mock-user-token');
          return fetch(request);
        },
      },
    });
  }

  /** Starts it without waiting until it answers: for one that may end itself before that. */
  launch(env: Record<string, string> = {}): void {
    const bundle = process.env.NAMESPACE_MIGRATION_TEST_BACKEND;
    // modules are packages of TypeScript
    const program =
      bundle && !env.NAMESPACE_MIGRATION_MODULES
        ? ['--enable-source-maps', bundle]
        : ['--import', 'tsx', 'dev/index.ts'];
    const child = spawn(process.execPath, program, {
      cwd: join(repository, 'plugins/migration-backend'),
      env: {
        ...process.env,
        NODE_ENV: 'development',
        PORT: String(this.port),
        NAMESPACE_MIGRATION_DATA: this.dir,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = createWriteStream(join(this.dir, 'backend.log'), {
      flags: 'a',
    });
    child.stdout!.pipe(log);
    child.stderr!.pipe(log);
    this.child = child;
  }

  async start(env: Record<string, string> = {}): Promise<void> {
    this.launch(env);
    const deadline = Date.now() + 180_000;
    for (;;) {
      try {
        await this.api.listClusters();
        if (!this.running) {
          throw new Error(`another process answers on port ${this.port}`);
        }
        return;
      } catch (error) {
        if (Date.now() > deadline || !this.running) {
          throw new Error(
            `The backend did not start, see ${this.dir}/backend.log: ${error}`,
          );
        }
        await new Promise(resolve => setTimeout(resolve, 300));
      }
    }
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get running(): boolean {
    return (
      this.child !== undefined &&
      this.child.exitCode === null &&
      this.child.signalCode === null
    );
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (this.running) {
      const ended = once(this.child!, 'exit');
      this.child!.kill(signal);
      await ended;
    }
  }

  async close(): Promise<void> {
    await this.kill('SIGTERM');
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** Runs one to its end. @throws with its conditions and phases when that is another state than `expected` */
  async run(
    planId: string,
    type: 'stage' | 'cutover' | 'rollback',
    expected: Migration['state'] = 'Completed',
    seconds?: number,
  ): Promise<Migration> {
    const { id } = await this.api.startMigration(planId, { type });
    return this.ended(id, expected, seconds);
  }

  async ended(
    id: string,
    expected: Migration['state'],
    seconds = 600,
  ): Promise<Migration> {
    const deadline = Date.now() + seconds * 1000;
    for (;;) {
      const migration = await this.api.getMigration(id);
      if (migration.endedAt || Date.now() > deadline) {
        if (migration.state !== expected) {
          throw new Error(
            `${migration.type} is ${
              migration.state
            }, not ${expected}: ${JSON.stringify(
              migration.conditions,
            )} ${JSON.stringify(
              migration.phases.filter(
                phase =>
                  !['completed', 'skipped', 'pending'].includes(phase.state),
              ),
            )}`,
          );
        }
        return migration;
      }
      await new Promise(resolve => setTimeout(resolve, 500));
    }
  }
}
