/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir, readlink } from 'node:fs/promises';
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
  /** SHA-256 of the content; `!CODE` when it could not be read. */
  d?: string;
}

export interface ManifestOptions {
  mode: 'full' | 'metadata';
  /** Files hashed at the same time. */
  parallelism: number;
}

/** Order of a walk whose children are sorted by bytes: a slash sorts before everything. */
export function comparePaths(a: Buffer, b: Buffer): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    if (a[i] !== b[i]) {
      return rank(a[i]) - rank(b[i]);
    }
  }
  return a.length - b.length;
}

function rank(byte: number): number {
  return byte === 0x2f ? -1 : byte;
}

/** Every path below the root in the order of `comparePaths`. Never follows links, never opens special files. */
export async function* manifestOf(
  root: string,
  options: ManifestOptions,
): AsyncGenerator<ManifestEntry> {
  const xattrs = await readXattrs(root);
  const firstOfInode = new Map<string, string>();
  const window: Array<Promise<ManifestEntry>> = [];
  for await (const { path, full } of walk(Buffer.from(root))) {
    const pending = entryOf(path, full, xattrs, firstOfInode, options);
    pending.catch(() => undefined);
    // stat must be done in order, because the first path of an inode names its links
    const { entry, digest } = await pending;
    if (!entry) {
      continue;
    }
    window.push(digest ? digest.then(d => ({ ...entry, d })) : Promise.resolve(entry));
    if (window.length >= options.parallelism) {
      yield await window.shift()!;
    }
  }
  for (const entry of window) {
    yield await entry;
  }
}

async function* walk(
  root: Buffer,
): AsyncGenerator<{ path: Buffer; full: Buffer }> {
  yield { path: Buffer.alloc(0), full: root };
  const stack: Array<{ path: Buffer; names: Buffer[]; next: number }> = [
    { path: Buffer.alloc(0), names: await sortedNames(root, true), next: 0 },
  ];
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    const name = top.names[top.next];
    if (!name) {
      stack.pop();
      continue;
    }
    top.next += 1;
    const path =
      top.path.length === 0
        ? name
        : Buffer.concat([top.path, Buffer.from('/'), name]);
    const full = Buffer.concat([root, Buffer.from('/'), path]);
    yield { path, full };
    const stats = await lstat(full).catch(() => undefined);
    if (stats?.isDirectory()) {
      stack.push({ path, names: await sortedNames(full, false), next: 0 });
    }
  }
}

async function sortedNames(dir: Buffer, isRoot: boolean): Promise<Buffer[]> {
  try {
    const names = await readdir(dir, { encoding: 'buffer' });
    return names
      .filter(name => !(isRoot && name.toString('latin1') === 'lost+found'))
      .sort(Buffer.compare);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !isRoot) {
      return [];
    }
    throw error;
  }
}

async function entryOf(
  path: Buffer,
  full: Buffer,
  xattrs: Map<string, string[]>,
  firstOfInode: Map<string, string>,
  options: ManifestOptions,
): Promise<{ entry?: ManifestEntry; digest?: Promise<string> }> {
  const stats = await lstat(full, { bigint: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') {
        return undefined;
      }
      throw error;
    },
  );
  if (!stats) {
    return {};
  }
  const p = path.toString('base64');
  const entry: ManifestEntry = {
    p,
    t: typeLetter(stats),
    m: Number(stats.mode & 0o7777n),
    u: Number(stats.uid),
    g: Number(stats.gid),
    mt: String(stats.mtimeNs),
  };
  const x = xattrs.get(path.toString('latin1'));
  if (x) {
    entry.x = x;
  }
  if (entry.t !== 'd' && stats.nlink > 1n) {
    const key = `${stats.dev}:${stats.ino}`;
    const first = firstOfInode.get(key);
    if (first === undefined) {
      firstOfInode.set(key, p);
    } else {
      entry.hl = first;
    }
  }
  switch (entry.t) {
    case 'f':
      entry.s = Number(stats.size);
      // A further link has the content of the first one.
      return options.mode === 'full' && entry.hl === undefined
        ? { entry, digest: digestOf(full) }
        : { entry };
    case 'l':
      entry.lt = (await readlink(full, { encoding: 'buffer' })).toString(
        'base64',
      );
      entry.m = 0;
      return { entry };
    case 'c':
    case 'b':
      entry.rd = Number(stats.rdev);
      return { entry };
    default:
      return { entry };
  }
}

function typeLetter(stats: {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
  isCharacterDevice(): boolean;
}): string {
  if (stats.isFile()) return 'f';
  if (stats.isDirectory()) return 'd';
  if (stats.isSymbolicLink()) return 'l';
  if (stats.isFIFO()) return 'p';
  if (stats.isSocket()) return 's';
  return stats.isCharacterDevice() ? 'c' : 'b';
}

async function digestOf(path: Buffer): Promise<string> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const hash = createHash('sha256');
      const buffer = Buffer.allocUnsafe(256 * 1024);
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
        if (bytesRead === 0) {
          return hash.digest('base64');
        }
        hash.update(buffer.subarray(0, bytesRead));
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    return `!${(error as NodeJS.ErrnoException).code ?? 'unreadable'}`;
  }
}
