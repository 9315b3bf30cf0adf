/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { execFile } from 'node:child_process';
import { chmod, link, lchown, lstat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A path of a snapshot as `restic ls --json` tells it. */
export interface SnapshotNode {
  type: string;
  /** In the snapshot, where the volume is a folder. */
  path: string;
  /** Go's; the lower nine bits are those of chmod. */
  mode: number;
  uid: number;
  gid: number;
  /** RFC 3339 with nanoseconds. */
  mtime: string;
}

export function nodeIn(line: string): SnapshotNode | undefined {
  return line.includes('"struct_type":"node"') ? JSON.parse(line) : undefined;
}

/**
 * Makes the sockets that restic keeps in its snapshots and does not restore. Bound below the volume's root, because
 * the kernel takes no longer name than 107 bytes, and linked to where they belong.
 */
export async function restoreSockets(
  root: string,
  nodes: SnapshotNode[],
): Promise<void> {
  const folder = dirname(root);
  const bound = join(root, '.namespace-migration-socket');
  for (const node of nodes) {
    const path = join(folder, node.path);
    const touched = [root, dirname(path)];
    const times = await Promise.all(
      touched.map(async directory => {
        const { mtimeNs } = await lstat(directory, { bigint: true });
        return `@${mtimeNs / 1_000_000_000n}.${String(
          mtimeNs % 1_000_000_000n,
        ).padStart(9, '0')}`;
      }),
    );
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(bound, resolve);
    });
    try {
      await link(bound, path);
    } finally {
      // takes away what was bound
      await new Promise(resolve => server.close(resolve));
    }
    await lchown(path, node.uid, node.gid);
    await chmod(path, node.mode & 0o777);
    await touch(path, node.mtime);
    for (const [index, directory] of touched.entries()) {
      await touch(directory, times[index]);
    }
  }
}

/** Node's own call knows no nanoseconds. */
async function touch(path: string, time: string): Promise<void> {
  await run('touch', ['-h', '-m', '-d', time, '--', path]);
}
