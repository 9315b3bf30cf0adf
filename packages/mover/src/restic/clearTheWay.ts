/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { lstatSync, realpathSync, rmSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { isGone, walk } from '../walk';

/**
 * Removes what restic would stumble over; it makes them anew where the snapshot has them:
 * FIFOs, sockets and devices (a FIFO where the snapshot has a file is opened and waited for without end), and all but
 * the first path of files with several links (writing through one would change the other, and links that are no more
 * are not taken apart when size and time are equal).
 * @returns how many paths
 */
export async function clearTheWay(root: string): Promise<number> {
  const seen = new Set<string>();
  const doomed: Buffer[] = [];
  for await (const { full, stats } of walk(root)) {
    if (stats.isDirectory()) {
      continue;
    }
    const inode = `${stats.dev}:${stats.ino}`;
    if (!stats.isFile() && !stats.isSymbolicLink()) {
      doomed.push(full);
    } else if (stats.nlink > 1n && seen.has(inode)) {
      doomed.push(full);
    } else if (stats.nlink > 1n) {
      seen.add(inode);
    }
  }
  for (const full of doomed) {
    await unlink(full).catch(error => {
      if (!isGone(error)) {
        throw error;
      }
    });
  }
  return doomed.length;
}

/**
 * Removes a directory where the snapshot has a link, pipe, device or socket: restic removes it only for a file. Nothing
 * behind a link of the old copy is touched.
 */
export function removeDirectoryAt(path: string): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory() && realpathSync(path) === path) {
    rmSync(path, { recursive: true });
  }
}

/** The path in a line of `restic ls --json` that is neither folder nor file: a link, pipe or device. */
export function specialIn(line: string): { path: string } | undefined {
  const node = line.includes('"struct_type":"node"') && JSON.parse(line);
  return node && !['dir', 'file'].includes(node.type) ? node : undefined;
}
