/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { createWriteStream, WriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { walk } from '../walk';

/** Files that follow one another in the walk stay together, so that streams do not work in the same directories. */
const TOGETHER_FILES = 256;
const TOGETHER_BYTES = 64 * 1024 * 1024;
/** What a file costs beside its bytes, in bytes. */
const COST_OF_FILE = 32 * 1024;
/** Below these one stream is as fast. */
const WORTH_FILES = 500;
const WORTH_BYTES = 64 * 1024 * 1024;

export interface StreamList {
  /** File with the paths, each ended by a zero byte. */
  file: string;
  bytes: number;
  files: number;
}

export interface StreamLists {
  lists: StreamList[];
  close(): Promise<void>;
}

/**
 * Deals the regular files of a volume out to streams of about the same work, in one walk and without holding them. Of
 * paths that share an inode only the first is dealt out. Directories, links and special files are nobody's: the pass
 * that follows makes them.
 * @returns undefined when there is too little to share
 */
export async function splitIntoStreams(
  root: string,
  streams: number,
): Promise<StreamLists | undefined> {
  const dir = await mkdtemp(join(tmpdir(), 'mover-streams-'));
  const close = () => rm(dir, { recursive: true, force: true });
  const writers = Array.from({ length: streams }, (_, index) =>
    createWriteStream(join(dir, String(index))),
  );
  try {
    const lists: StreamList[] = writers.map(({ path }) => ({
      file: String(path),
      bytes: 0,
      files: 0,
    }));
    const seen = new Set<string>();
    let chunk: Buffer[] = [];
    let chunkBytes = 0;
    const deal = async () => {
      const least = lists.reduce((a, b) => (costOf(b) < costOf(a) ? b : a));
      least.files += chunk.length;
      least.bytes += chunkBytes;
      await write(writers[lists.indexOf(least)], chunk);
      chunk = [];
      chunkBytes = 0;
    };
    for await (const { path, stats } of walk(root)) {
      if (!stats.isFile() || (stats.nlink > 1n && isKnown(seen, stats))) {
        continue;
      }
      chunk.push(path);
      chunkBytes += Number(stats.size);
      if (chunk.length >= TOGETHER_FILES || chunkBytes >= TOGETHER_BYTES) {
        await deal();
      }
    }
    await deal();
    await Promise.all(
      writers.map(async writer => {
        writer.end();
        await once(writer, 'close');
      }),
    );
    const filled = lists.filter(({ files }) => files > 0);
    const sum = (of: 'bytes' | 'files') =>
      filled.reduce((total, list) => total + list[of], 0);
    if (
      filled.length < 2 ||
      (sum('files') < WORTH_FILES && sum('bytes') < WORTH_BYTES)
    ) {
      await close();
      return undefined;
    }
    return { lists: filled, close };
  } catch (error) {
    writers.forEach(writer => writer.destroy());
    await close();
    throw error;
  }
}

function costOf({ bytes, files }: StreamList): number {
  return bytes + files * COST_OF_FILE;
}

function isKnown(
  seen: Set<string>,
  { dev, ino }: { dev: bigint; ino: bigint },
): boolean {
  const inode = `${dev}:${ino}`;
  const known = seen.has(inode);
  seen.add(inode);
  return known;
}

async function write(writer: WriteStream, paths: Buffer[]): Promise<void> {
  const zero = Buffer.from([0]);
  const more = writer.write(Buffer.concat(paths.flatMap(path => [path, zero])));
  if (!more) {
    await once(writer, 'drain');
  }
}
