/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import {
  DifferenceField,
  NotCompared,
} from '@namespace-migration/plugin-migration-common';
import { ManifestEntry } from './manifest';
import { comparePaths } from './walk';

export interface EntryDifference {
  path: Buffer;
  field: DifferenceField;
  source?: string;
  destination?: string;
}

export interface ComparisonCounts {
  files: number;
  directories: number;
  others: number;
  bytes: number;
  differences: number;
  /** Files of which neither side was read again, because nothing changed since they were proven. */
  notReadAgain: { files: number; bytes: number };
}

/** Merges two manifests in walk order; holds one entry of each. */
export async function compareManifests(
  sourceEntries: AsyncIterable<ManifestEntry>,
  destinationEntries: AsyncIterable<ManifestEntry>,
  onDifference: (difference: EntryDifference) => void,
  notCompared: NotCompared[] = [],
  /** Told every path that both sides have. */
  onPair?: (a: ManifestEntry, b: ManifestEntry) => Promise<void>,
): Promise<ComparisonCounts> {
  const counts: ComparisonCounts = {
    files: 0,
    directories: 0,
    others: 0,
    bytes: 0,
    differences: 0,
    notReadAgain: { files: 0, bytes: 0 },
  };
  const tell = (difference: EntryDifference) => {
    counts.differences += 1;
    onDifference(difference);
  };
  const source = comparable(sourceEntries, notCompared);
  const destination = comparable(destinationEntries, notCompared);
  let [a, b] = await Promise.all([source.next(), destination.next()]);
  while (!a.done || !b.done) {
    const pathA = a.done ? undefined : Buffer.from(a.value.p, 'base64');
    const pathB = b.done ? undefined : Buffer.from(b.value.p, 'base64');
    const order = pathA && pathB ? comparePaths(pathA, pathB) : pathA ? -1 : 1;
    if (order <= 0) {
      count(counts, a.value);
    }
    if (order < 0) {
      tell({ path: pathA!, field: 'missing', source: a.value.t });
      a = await source.next();
    } else if (order > 0) {
      tell({ path: pathB!, field: 'unexpected', destination: b.value.t });
      b = await destination.next();
    } else {
      for (const difference of differencesOf(a.value, b.value)) {
        tell({ path: pathA!, ...difference });
      }
      if (a.value.k && b.value.k) {
        counts.notReadAgain.files += 1;
        counts.notReadAgain.bytes += a.value.s ?? 0;
      }
      await onPair?.(a.value, b.value);
      [a, b] = await Promise.all([source.next(), destination.next()]);
    }
  }
  return counts;
}

/** Both sides without what is left out: entries of devices, and fields of all others. */
async function* comparable(
  entries: AsyncIterable<ManifestEntry>,
  notCompared: NotCompared[],
): AsyncGenerator<ManifestEntry> {
  const without = new Set(notCompared);
  for await (const entry of entries) {
    if (without.has('devices') && (entry.t === 'b' || entry.t === 'c')) {
      continue;
    }
    if (without.has('volumeRoot') && entry.p === '') {
      yield { p: entry.p, t: entry.t, m: 0, u: 0, g: 0, mt: '0' };
      continue;
    }
    yield {
      ...entry,
      ...(without.has('owner') && { u: 0 }),
      ...(without.has('group') && { g: 0 }),
      ...(without.has('capabilities') && {
        x: entry.x?.filter(line => !line.startsWith('security.capability=')),
      }),
    };
  }
}

function count(counts: ComparisonCounts, entry: ManifestEntry) {
  if (entry.t === 'f') {
    counts.files += 1;
    counts.bytes += entry.hl === undefined ? entry.s ?? 0 : 0;
  } else if (entry.t === 'd') {
    counts.directories += 1;
  } else {
    counts.others += 1;
  }
}

const simpleFields: Array<[keyof ManifestEntry, DifferenceField]> = [
  ['s', 'size'],
  ['m', 'mode'],
  ['u', 'owner'],
  ['g', 'group'],
  ['mt', 'mtime'],
  ['lt', 'linkTarget'],
  ['hl', 'hardLinks'],
  ['rd', 'device'],
];

/** The fields in which two entries of the same path differ. A different type makes the rest meaningless. */
export function differencesOf(
  a: ManifestEntry,
  b: ManifestEntry,
): Array<Omit<EntryDifference, 'path'>> {
  if (a.t !== b.t) {
    return [{ field: 'type', source: a.t, destination: b.t }];
  }
  const differences: Array<Omit<EntryDifference, 'path'>> = [];
  for (const [key, field] of simpleFields) {
    if (a[key] !== b[key]) {
      differences.push({
        field,
        source: told(key, a[key]),
        destination: told(key, b[key]),
      });
    }
  }
  const xa = (a.x ?? []).join('\n');
  const xb = (b.x ?? []).join('\n');
  if (xa !== xb) {
    differences.push({ field: 'xattrs', source: xa, destination: xb });
  }
  if (a.d?.startsWith('!') || b.d?.startsWith('!')) {
    differences.push({ field: 'unreadable', source: a.d, destination: b.d });
  } else if (a.d !== b.d && a.hl === b.hl) {
    differences.push({ field: 'content', source: a.d, destination: b.d });
  }
  return differences;
}

function told(key: keyof ManifestEntry, value: unknown): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (key === 'm') {
    return (value as number).toString(8).padStart(4, '0');
  }
  return key === 'lt' || key === 'hl'
    ? Buffer.from(value as string, 'base64').toString('utf8')
    : String(value);
}
