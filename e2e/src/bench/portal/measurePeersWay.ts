/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  MigrationClient,
  Plan,
} from '@namespace-migration/plugin-migration-common';
import { tenths, timed, timesOf } from './percentiles';

export interface PeersWayResult {
  question: string;
  /** Everything is fetched, 500 at a time, then filtered and sorted by the client. */
  everything: { milliseconds: number; mebibytes: number; requests: number };
  /** The server filters, sorts and pages. */
  page: { milliseconds: number; kibibytes: number };
  /** Their time by ours, and their bytes by ours. */
  ratio: { time: number; bytes: number };
}

const pageSize = 25;
const chunk = 500;

/**
 * The same rows in two ways in the same run: as MTC's console gets them, which lists every object through the API server
 * and filters in the browser, and as the Plans page does.
 */
export async function measurePeersWay(
  api: MigrationClient,
  rounds: number,
): Promise<PeersWayResult> {
  const theirs: number[] = [];
  const ours: number[] = [];
  let theirBytes = 0;
  let ourBytes = 0;
  let requests = 0;
  for (let round = 0; round < rounds; round++) {
    const [all, slow] = await timed(() => everything(api));
    const [page, quick] = await timed(() =>
      api.listPlans({
        ...{ state: 'Staged', sort: 'name', order: 'asc' },
        limit: pageSize,
        detail: 'summary',
      }),
    );
    const shown = all.plans
      .filter(({ state }) => state === 'Staged')
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .slice(0, pageSize);
    if (idsOf(shown) !== idsOf(page.items)) {
      throw new Error('Both ways must show the same rows, and do not');
    }
    theirs.push(slow);
    ours.push(quick);
    theirBytes = JSON.stringify(all.plans).length;
    ourBytes = JSON.stringify(page).length;
    requests = all.requests;
  }
  const slow = timesOf(theirs).p50;
  const quick = timesOf(ours).p50;
  return {
    question: `the first ${pageSize} staged plans by name`,
    everything: {
      milliseconds: slow,
      mebibytes: tenths(theirBytes / 1024 / 1024),
      requests,
    },
    page: { milliseconds: quick, kibibytes: Math.round(ourBytes / 1024) },
    ratio: {
      time: tenths(slow / quick),
      bytes: tenths(theirBytes / ourBytes),
    },
  };
}

async function everything(
  api: MigrationClient,
): Promise<{ plans: Plan[]; requests: number }> {
  const plans: Plan[] = [];
  for (let requests = 1; ; requests++) {
    const { items, totalItems } = await api.listPlans({
      limit: chunk,
      offset: plans.length,
    });
    plans.push(...items);
    if (plans.length >= totalItems || items.length === 0) {
      return { plans, requests };
    }
  }
}

const idsOf = (plans: Plan[]) => plans.map(({ id }) => id).join();
