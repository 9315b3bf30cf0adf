/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Progress,
  RunningPostgres,
  startPostgres,
} from '@namespace-migration/local-clusters';
import { Portal, usablePort } from '../../demo/Portal';
import { residentMemory } from '../peakMemory';
import { ListsResult, measureLists } from './measureLists';
import { measurePages, PagesResult } from './measurePages';
import { measurePeersWay, PeersWayResult } from './measurePeersWay';
import { seed } from './seed';

export interface PortalResult {
  plans: number;
  runningMigrations: number;
  cpus: number;
  loadAverageAtBeginning: number[];
  lists: ListsResult;
  peersWay: PeersWayResult;
  pages?: PagesResult;
  /** MiB of the portal's process at most. */
  portalMebibytes?: number;
}

/** The real portal on a real PostgreSQL with so many plans. Nothing of it stays. */
export async function benchPortal(options: {
  plans: number;
  running: number;
  rounds: number;
  pages: boolean;
  progress: Progress;
}): Promise<PortalResult> {
  const { plans, running, rounds, progress } = options;
  const loadAverageAtBeginning = loadavg();
  const dir = mkdtempSync(join(tmpdir(), 'portal-bench-'));
  let postgres: RunningPostgres | undefined;
  let portal: Portal | undefined;
  try {
    progress.step('Starting PostgreSQL and the portal');
    postgres = await startPostgres();
    const config = join(dir, 'app-config.bench.yaml');
    writeFileSync(
      config,
      JSON.stringify({
        backend: {
          database: { client: 'pg', connection: postgres.connectionString },
        },
      }),
    );
    portal = new Portal({
      ...{ dir, port: await usablePort(undefined), configs: [config] },
      moverImage: 'none',
    });
    await portal.start();
    progress.step(`Seeding ${plans} plans, ${running} of which run`);
    await seed(postgres.connectionString, { plans, running });
    progress.step('Asking for lists');
    const lists = await measureLists(portal.api, { plans, rounds });
    progress.step(
      `${lists.all.requests} requests: p50 ${lists.all.p50} ms, p95 ${lists.all.p95} ms`,
    );
    const peersWay = await measurePeersWay(portal.api, 5);
    progress.step(
      `Everything fetched and filtered by the client: ${peersWay.everything.milliseconds} ms, ${peersWay.everything.mebibytes} MiB`,
    );
    let pages: PagesResult | undefined;
    if (options.pages) {
      progress.step('Opening pages in Chromium');
      pages = await measurePages(portal.url, Math.min(rounds, 10));
      progress.step(
        `Plans page: p50 ${pages.plansByLink.p50} ms by link, ${pages.plansByAddress.p50} ms by address`,
      );
    }
    return {
      ...{ plans, runningMigrations: running, cpus: cpus().length },
      ...{ loadAverageAtBeginning, lists, peersWay, pages },
      portalMebibytes: portal.pid && residentMemory(portal.pid)?.peak,
    };
  } catch (error) {
    progress.step(`The end of the portal's log:\n${portal?.endOfLog()}`);
    throw error;
  } finally {
    await portal?.stop();
    await postgres?.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
