/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  ClusterClient,
  ClusterError,
  KubernetesObject,
} from '@namespace-migration/plugin-migration-node';

const most = 100_000;

export interface NamespaceCounts {
  all: Map<string, number>;
  /** Of pods, those whose phase it is. */
  running: Map<string, number>;
}

/**
 * How many objects of a kind of the core API each namespace has. A page is counted and forgotten, so that a large
 * cluster costs time and no memory. Undefined when the account may not list them, or there are too many.
 */
export async function countByNamespace(
  client: Pick<ClusterClient, 'listPages'>,
  kind: string,
  only?: string,
): Promise<NamespaceCounts | undefined> {
  const counts: NamespaceCounts = { all: new Map(), running: new Map() };
  const add = (to: Map<string, number>, { metadata }: KubernetesObject) =>
    to.set(metadata.namespace!, (to.get(metadata.namespace!) ?? 0) + 1);
  let total = 0;
  try {
    for await (const page of client.listPages(
      { apiVersion: 'v1', kind },
      { namespace: only },
    )) {
      total += page.length;
      if (total > most) {
        return undefined;
      }
      for (const object of page) {
        add(counts.all, object);
        if (object.status?.phase === 'Running') {
          add(counts.running, object);
        }
      }
    }
  } catch (error) {
    if (error instanceof ClusterError && error.statusCode === 403) {
      return undefined;
    }
    throw error;
  }
  return counts;
}
