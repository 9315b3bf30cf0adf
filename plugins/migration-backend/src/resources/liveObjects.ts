/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';
import {
  inChunks,
  MigratedObjects,
  ObjectGroup,
} from '../database/MigratedObjects';
import { MigratedObjectSummary } from '../database/migrationRecord';
import { concurrently } from './concurrently';

/** A few objects are read one by one: a list may hold many others, and to list all namespaces needs rights of its own. */
const FEW = 20;
const READS = 16;
const PAGE_SIZE = 500;

export interface LivePage {
  /** Pairs of what is recorded and what is there. */
  there: Array<{ row: MigratedObjectSummary; live: KubernetesObject }>;
  /** What is recorded and not there. */
  absent: MigratedObjectSummary[];
}

/**
 * What is still the plan's of a group beside what is on the cluster, page by page: each page of the list is dropped
 * before the next one comes.
 */
export async function* liveObjects(
  cluster: ClusterClient,
  store: Pick<MigratedObjects, 'objectPages'>,
  group: ObjectGroup,
  own = false,
): AsyncGenerator<LivePage> {
  const open = new Map<string, MigratedObjectSummary>();
  for await (const rows of store.objectPages(group, own)) {
    rows.forEach(row => open.set(row.name, row));
  }
  if (open.size <= FEW) {
    yield await readOneByOne(cluster, [...open.values()]);
    return;
  }
  for await (const objects of cluster.listPages(group, {
    namespace: group.namespace || undefined,
  })) {
    const there: LivePage['there'] = [];
    for (const live of objects) {
      const row = open.get(live.metadata.name);
      if (row) {
        open.delete(row.name);
        there.push({ row, live });
      }
    }
    yield { there, absent: [] };
  }
  for (const absent of inChunks([...open.values()], PAGE_SIZE)) {
    yield { there: [], absent };
  }
}

async function readOneByOne(
  cluster: ClusterClient,
  rows: MigratedObjectSummary[],
): Promise<LivePage> {
  const page: LivePage = { there: [], absent: [] };
  await concurrently(READS, rows, async row => {
    const live = await cluster.get({
      apiVersion: row.apiVersion,
      kind: row.kind,
      namespace: row.namespace || undefined,
      name: row.name,
    });
    if (live) {
      page.there.push({ row, live });
    } else {
      page.absent.push(row);
    }
  });
  return page;
}
