/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createHash } from 'node:crypto';
import { lstat, readlink } from 'node:fs/promises';
import { HashPool } from './hashPool';
import { identityOf, isAtRest } from './proven/identity';
import { Recalled } from './proven/Recalled';
import { isGone, walk, WalkedEntry } from './walk';
import { readXattrs } from './xattrs';

/** What is compared of one path. Short names, because a volume may have tens of millions. */
export interface ManifestEntry {
  /** Path below the root in base64; empty for the root itself. */
  p: string;
  /** f file, d directory, l symlink, p FIFO, s socket, c and b devices. */
  t: string;
  m: number;
  u: number;
  g: number;
  /** mtime in nanoseconds. */
  mt: string;
  /** Size of files. */
  s?: number;
  /** Target of a symlink, base64. */
  lt?: string;
  /** First path (base64) with the same inode, for files with several links inside the volume. */
  hl?: string;
  /** Device number. */
  rd?: number;
  /** xattrs and ACLs. */
  x?: string[];
  /** Digest of the content (`HashPool`); `!CODE` when it could not be read. */
  d?: string;
  /** The digest is an earlier reading's: the file has not changed since. */
  k?: true;
  /** `identityOf` a file that did not change while it was read; asked for by `identify`. */
  i?: string;
}

export interface ManifestOptions {
  mode: 'full' | 'sample' | 'metadata';
  /** With mode `sample`: files whose content is read, of 100. */
  samplePercent?: number;
  /** Files hashed at the same time. */
  parallelism: number;
  /** Told the bytes of everything that is hashed. */
  onHashed?(bytes: number): void;
  /** Digests of an earlier reading, for files that have not changed since. */
  recalled?: Recalled;
  /** Only files are read that have not changed for so long, and they are told with their identity. */
  identify?: { restMs: number };
}

const BATCH_ENTRIES = 512;
/** Batches worked on at the same time: the walk runs ahead of the hashing that far, and no memory grows beyond. */
const BATCHES_AHEAD = 4;
const SMALL_BYTES = 64 * 1024;
const SMALL_TOGETHER = 32;

/**
 * Every path below the root in the order of `comparePaths`. Never follows links, never opens special files.
 * Memory is bounded but for one number an inode that has several links.
 */
export async function* manifestOf(
  root: string,
  options: ManifestOptions,
): AsyncGenerator<ManifestEntry> {
  const pool = new HashPool(options.parallelism, options.onHashed);
  const firstOfInode = new Map<string, string>();
  const ahead: Array<Promise<ManifestEntry[]>> = [];
  const begin = async (batch: WalkedEntry[]) => {
    // Names of hard links depend on the order, so this is done before anything waits.
    const links = batch.map(entry => linkOf(entry, firstOfInode));
    const recalled = await recalledOf(batch, options);
    const entries = entriesOf(batch, links, recalled, pool, options);
    entries.catch(() => undefined);
    ahead.push(entries);
  };
  try {
    let batch: WalkedEntry[] = [];
    for await (const entry of walk(root)) {
      batch.push(entry);
      if (batch.length === BATCH_ENTRIES) {
        await begin(batch);
        batch = [];
        if (ahead.length === BATCHES_AHEAD) {
          yield* await ahead.shift()!;
        }
      }
    }
    await begin(batch);
    for (const entries of ahead) {
      yield* await entries;
    }
  } finally {
    await pool.close();
  }
}

function linkOf(
  { stats, path }: WalkedEntry,
  firstOfInode: Map<string, string>,
): string | undefined {
  if (stats.isDirectory() || stats.nlink < 2n) {
    return undefined;
  }
  const inode = `${stats.dev}:${stats.ino}`;
  const first = firstOfInode.get(inode);
  if (first === undefined) {
    firstOfInode.set(inode, path.toString('base64'));
  }
  return first;
}

/** By index; asked for in walk order, one after the other. */
async function recalledOf(
  batch: WalkedEntry[],
  { recalled }: ManifestOptions,
): Promise<Array<string | undefined>> {
  const digests: Array<string | undefined> = [];
  for (const [index, { path, stats }] of batch.entries()) {
    if (recalled && stats.isFile()) {
      digests[index] = await recalled.digestOf(path, identityOf(stats));
    }
  }
  return digests;
}

async function entriesOf(
  batch: WalkedEntry[],
  links: Array<string | undefined>,
  recalled: Array<string | undefined>,
  pool: HashPool,
  options: ManifestOptions,
): Promise<ManifestEntry[]> {
  const [xattrs, targets, digests] = await Promise.all([
    readXattrs(batch.map(({ full }) => full)),
    Promise.all(
      batch.map(({ stats, full }) =>
        stats.isSymbolicLink() ? targetOf(full) : undefined,
      ),
    ),
    options.mode === 'metadata'
      ? []
      : digestsOf(batch, links, recalled, pool, options),
  ]);
  const identities = options.identify ? await identitiesOf(batch, digests) : [];
  return batch.map(({ path, full, stats }, index) => {
    const entry: ManifestEntry = {
      p: path.toString('base64'),
      t: typeLetter(stats),
      // A symlink's mode means nothing on Linux.
      m: stats.isSymbolicLink() ? 0 : Number(stats.mode & 0o7777n),
      u: Number(stats.uid),
      g: Number(stats.gid),
      mt: String(stats.mtimeNs),
      x: xattrs.get(full.toString('latin1')),
      hl: links[index],
      lt: targets[index],
      d: recalled[index] ?? digests[index],
      k: recalled[index] ? true : undefined,
      i: identities[index],
    };
    if (stats.isFile()) {
      entry.s = Number(stats.size);
    }
    if (stats.isBlockDevice() || stats.isCharacterDevice()) {
      entry.rd = Number(stats.rdev);
    }
    return entry;
  });
}

/** Of the files that were read, and are afterwards what they were before. */
async function identitiesOf(
  batch: WalkedEntry[],
  digests: Array<string | undefined>,
): Promise<Array<string | undefined>> {
  return Promise.all(
    batch.map(async ({ full, stats }, index) => {
      const digest = digests[index];
      if (!digest || digest.startsWith('!')) {
        return undefined;
      }
      const now = await lstat(full, { bigint: true }).catch(() => undefined);
      const before = identityOf(stats);
      return now && identityOf(now) === before ? before : undefined;
    }),
  );
}

async function targetOf(full: Buffer): Promise<string> {
  try {
    return (await readlink(full, { encoding: 'buffer' })).toString('base64');
  } catch (error) {
    // Replaced meanwhile: no target, which differs from any.
    if (isGone(error) || (error as NodeJS.ErrnoException).code === 'EINVAL') {
      return '';
    }
    throw error;
  }
}

/** Digests of the batch's regular files by index. A further link has the content of the first one. */
async function digestsOf(
  batch: WalkedEntry[],
  links: Array<string | undefined>,
  recalled: Array<string | undefined>,
  pool: HashPool,
  options: ManifestOptions,
): Promise<Array<string | undefined>> {
  const { identify } = options;
  const flush = identify !== undefined;
  const digests: Array<string | undefined> = [];
  const work: Array<Promise<void>> = [];
  let small: number[] = [];
  const hashSmall = (indexes: number[]) => {
    const files = indexes.map(index => ({
      path: batch[index].full,
      size: Number(batch[index].stats.size),
      flush,
    }));
    work.push(
      pool.hashSmall(files).then(answers => {
        indexes.forEach((index, i) => {
          digests[index] = answers[i] ?? '!THREAD';
        });
      }),
    );
  };
  batch.forEach(({ stats, full, path }, index) => {
    if (
      !stats.isFile() ||
      links[index] !== undefined ||
      recalled[index] !== undefined ||
      !isChosen(path, options) ||
      (identify && !isAtRest(stats, identify.restMs))
    ) {
      return;
    }
    if (stats.size <= SMALL_BYTES) {
      small.push(index);
      if (small.length === SMALL_TOGETHER) {
        hashSmall(small);
        small = [];
      }
      return;
    }
    work.push(
      pool.hash(full, Number(stats.size), flush).then(digest => {
        digests[index] = digest;
      }),
    );
  });
  if (small.length > 0) {
    hashSmall(small);
  }
  await Promise.all(work);
  return digests;
}

/** The same files on both sides, and other ones than a pattern in their names would give. */
function isChosen(
  path: Buffer,
  { mode, samplePercent = 100 }: ManifestOptions,
): boolean {
  return (
    mode === 'full' ||
    createHash('sha256').update(path).digest().readUInt32BE() % 100 <
      samplePercent
  );
}

function typeLetter(stats: WalkedEntry['stats']): string {
  if (stats.isFile()) return 'f';
  if (stats.isDirectory()) return 'd';
  if (stats.isSymbolicLink()) return 'l';
  if (stats.isFIFO()) return 'p';
  if (stats.isSocket()) return 's';
  return stats.isCharacterDevice() ? 'c' : 'b';
}
