/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  KindCount,
  NamespaceAnalytics,
} from '@namespace-migration/plugin-migration-common';

export interface AnalyticsTotals {
  objects: number;
  kinds: KindCount[];
  incompatible: KindCount[];
  /** Objects of these. */
  incompatibleObjects: number;
  claims: number;
  requestedBytes: number;
  capacityBytes: number;
  /** Of the claims that are known; undefined when none is. */
  usedBytes?: number;
  /** Claims of which nobody knows it. */
  usedUnknown: number;
  /** A namespace's own; one that two namespaces use counts for both. */
  images: number;
}

/** Of one namespace, or of all of a plan. */
export function analyticsTotals(
  namespaces: NamespaceAnalytics[],
): AnalyticsTotals {
  const volumes = namespaces.flatMap(one => one.volumes);
  const known = volumes.filter(({ usedBytes }) => usedBytes !== undefined);
  const kinds = merged(namespaces.flatMap(one => one.kinds));
  const incompatible = merged(namespaces.flatMap(one => one.incompatible));
  const sum = <T>(items: T[], of: (item: T) => number) =>
    items.reduce((total, item) => total + of(item), 0);
  return {
    objects: sum(kinds, ({ count }) => count),
    kinds,
    incompatible,
    incompatibleObjects: sum(incompatible, ({ count }) => count),
    claims: volumes.length,
    requestedBytes: sum(volumes, one => one.requestedBytes),
    capacityBytes: sum(volumes, one => one.capacityBytes),
    usedBytes:
      known.length > 0 ? sum(known, one => one.usedBytes ?? 0) : undefined,
    usedUnknown: volumes.length - known.length,
    images: sum(namespaces, one => one.images),
  };
}

/** Of all namespaces, the most first. */
function merged(counts: KindCount[]): KindCount[] {
  const byKind = new Map<string, KindCount>();
  for (const { apiVersion, kind, count } of counts) {
    const key = `${apiVersion} ${kind}`;
    const before = byKind.get(key)?.count ?? 0;
    byKind.set(key, { apiVersion, kind, count: before + count });
  }
  return [...byKind.values()].sort(
    (one, other) =>
      other.count - one.count || one.kind.localeCompare(other.kind),
  );
}
