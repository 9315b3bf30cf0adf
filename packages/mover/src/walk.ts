/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { BigIntStats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';

const SLASH = Buffer.from('/');
/** Entries of one directory whose stat is asked for at the same time; storage with latency is read in parallel. */
const STATS_AT_ONCE = 64;

export interface WalkedEntry {
  /** Below the root, without a leading slash; empty for the root itself. */
  path: Buffer;
  /** As the kernel takes it. */
  full: Buffer;
  stats: BigIntStats;
}

/**
 * Every path below the root, the root first, depth first, children sorted by bytes: a total order, the same on
 * both sides (`comparePaths`). Never follows links. Leaves out the root's lost+found. What vanishes meanwhile is
 * left out.
 * @throws when a directory or an entry cannot be read for another reason
 */
export async function* walk(root: string): AsyncGenerator<WalkedEntry> {
  const base = Buffer.from(root);
  yield {
    path: Buffer.alloc(0),
    full: base,
    stats: await lstat(base, { bigint: true }),
  };
  const stack = [new Directory(base, Buffer.alloc(0), true)];
  while (stack.length > 0) {
    const entry = await stack[stack.length - 1].next();
    if (!entry) {
      stack.pop();
      continue;
    }
    yield entry;
    if (entry.stats.isDirectory()) {
      stack.push(new Directory(entry.full, entry.path, false));
    }
  }
}

class Directory {
  private names?: Buffer[];
  private index = 0;
  private ready: WalkedEntry[] = [];

  constructor(
    private readonly full: Buffer,
    private readonly path: Buffer,
    private readonly isRoot: boolean,
  ) {}

  async next(): Promise<WalkedEntry | undefined> {
    this.names ??= await this.list();
    while (this.ready.length === 0 && this.index < this.names.length) {
      const names = this.names.slice(this.index, this.index + STATS_AT_ONCE);
      this.index += names.length;
      const entries = await Promise.all(names.map(name => this.entryOf(name)));
      this.ready = entries
        .filter((entry): entry is WalkedEntry => entry !== undefined)
        .reverse();
    }
    return this.ready.pop();
  }

  private async list(): Promise<Buffer[]> {
    try {
      const names = await readdir(this.full, { encoding: 'buffer' });
      return names
        .filter(name => !(this.isRoot && isLostAndFound(name)))
        .sort(Buffer.compare);
    } catch (error) {
      if (isGone(error) && !this.isRoot) {
        return [];
      }
      throw error;
    }
  }

  private async entryOf(name: Buffer): Promise<WalkedEntry | undefined> {
    const full = Buffer.concat([this.full, SLASH, name]);
    try {
      const stats = await lstat(full, { bigint: true });
      const path = this.isRoot ? name : Buffer.concat([this.path, SLASH, name]);
      return { path, full, stats };
    } catch (error) {
      if (isGone(error)) {
        return undefined;
      }
      throw error;
    }
  }
}

function isLostAndFound(name: Buffer): boolean {
  return name.toString('latin1') === 'lost+found';
}

/** ENOTDIR: a directory on the way was replaced by something else. */
export function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Order of `walk`: a slash sorts before everything, so that a directory's content follows it at once. */
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
