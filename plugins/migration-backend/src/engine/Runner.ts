/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { LoggerService } from '@backstage/backend-plugin-api';
import { hostname } from 'node:os';
import { DatabaseMigrationStore } from '../database/DatabaseMigrationStore';
import {
  FencedMigrationStore,
  LeaseLost,
} from '../database/FencedMigrationStore';
import { StoredMigration } from '../database/migrationRecord';
import { PhaseContext } from './Phase';
import { PhaseObserver } from './PhaseObserver';
import { lead } from './Worker';

const LEASE_MS = 10_000;
const RENEW_MS = 3_000;
const LOOK_MS = 1_000;

export interface RunnerOptions {
  migrations: DatabaseMigrationStore;
  fenced(
    migration: StoredMigration,
    fencingToken: number,
  ): FencedMigrationStore;
  contextFor(
    migration: StoredMigration,
    store: FencedMigrationStore,
    phase: string,
  ): Promise<PhaseContext>;
  /** When a migration is led no longer, for whatever reason. */
  onLeft(migrationId: string): Promise<void>;
  logger: LoggerService;
  observer: PhaseObserver;
}

/** Claims migrations that nobody leads and leads each in this process; they wait most of their time, so many fit. */
export class Runner {
  private readonly owner = `${hostname()}/${process.pid}`;
  private readonly stopping = new AbortController();
  private readonly led = new Map<string, Promise<void>>();
  private looking?: Promise<void>;

  constructor(private readonly options: RunnerOptions) {}

  start(): void {
    this.looking = this.look();
  }

  /** Ends after every led migration is let go, so that another replica can take it over at once. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.looking;
    await Promise.all(this.led.values());
  }

  private async look(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        for (const id of await this.options.migrations.claimable(Date.now())) {
          await this.take(id);
        }
      } catch (error) {
        this.options.logger.warn(
          `Looking for migrations failed and is tried again: ${error}`,
        );
      }
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, LOOK_MS);
        this.stopping.signal.addEventListener(
          'abort',
          () => {
            clearTimeout(timer);
            resolve();
          },
          { once: true },
        );
      });
    }
  }

  private async take(id: string): Promise<void> {
    if (this.led.has(id)) {
      return;
    }
    const token = await this.options.migrations.claim(
      id,
      this.owner,
      Date.now(),
      LEASE_MS,
    );
    const migration =
      token === undefined ? undefined : await this.options.migrations.get(id);
    if (token === undefined || !migration) {
      return;
    }
    const work = this.leadOne(migration, token).finally(() =>
      this.led.delete(id),
    );
    this.led.set(id, work);
  }

  private async leadOne(
    migration: StoredMigration,
    token: number,
  ): Promise<void> {
    const { logger } = this.options;
    const store = this.options.fenced(migration, token);
    const lost = new AbortController();
    const stop = () => lost.abort();
    this.stopping.signal.addEventListener('abort', stop, { once: true });
    let heldUntil = Date.now() + LEASE_MS;
    const timer = setInterval(() => {
      const until = Date.now() + LEASE_MS;
      store.renewLease(until).then(
        () => {
          heldUntil = until;
        },
        error => {
          // a database that is away for a moment is no loss until the lease is over
          if (error instanceof LeaseLost || Date.now() > heldUntil) {
            lost.abort();
          }
        },
      );
    }, RENEW_MS);
    try {
      await lead({
        store,
        logger,
        observer: this.options.observer,
        signal: lost.signal,
        contextFor: (current, phase) =>
          this.options.contextFor(current, store, phase),
      });
    } catch (error) {
      if (!lost.signal.aborted && !(error instanceof LeaseLost)) {
        logger.error(
          `Migration ${migration.id} stopped and is taken up again: ${
            (error as Error).stack
          }`,
        );
      }
    } finally {
      clearInterval(timer);
      this.stopping.signal.removeEventListener('abort', stop);
      await this.options.onLeft(migration.id);
      await store.releaseLease().catch(error => {
        if (!(error instanceof LeaseLost)) {
          logger.warn(
            `Lease of migration ${migration.id} not released: ${error}`,
          );
        }
      });
    }
  }
}
