/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { lstat, readdir, statfs } from 'node:fs/promises';
import {
  MoverVolume,
  VolumeUsage,
} from '@namespace-migration/plugin-migration-common';
import { isGone } from './walk';

/** Counts what lies on a volume, also while somebody writes to it. A file with several links counts once. */
export async function usageOf(volume: MoverVolume): Promise<VolumeUsage> {
  const fileSystem = await statfs(volume.path);
  const usage: VolumeUsage = {
    volume: volume.name,
    usedBytes: 0,
    apparentBytes: 0,
    files: 0,
    empty: true,
    unreadable: 0,
    capacityBytes: fileSystem.blocks * fileSystem.bsize,
    availableBytes: fileSystem.bavail * fileSystem.bsize,
  };
  const inodes = new Set<number>();
  const directories: Buffer[] = [Buffer.from(volume.path)];
  let isRoot = true;
  while (directories.length > 0) {
    const directory = directories.pop()!;
    for (const name of await namesIn(directory, usage)) {
      if (isRoot && name.toString('latin1') === 'lost+found') {
        continue;
      }
      usage.empty = false;
      const path = Buffer.concat([directory, Buffer.from('/'), name]);
      const stats = await lstat(path).catch(() => undefined);
      if (!stats) {
        continue;
      }
      if (stats.nlink > 1 && !stats.isDirectory()) {
        if (inodes.has(stats.ino)) {
          continue;
        }
        inodes.add(stats.ino);
      }
      usage.usedBytes += stats.blocks * 512;
      usage.apparentBytes += stats.isFile() ? stats.size : 0;
      if (stats.isDirectory()) {
        directories.push(path);
      } else {
        usage.files += 1;
      }
    }
    isRoot = false;
  }
  return usage;
}

/** An application deletes beside us, and may lock out who is not root. */
async function namesIn(
  directory: Buffer,
  usage: VolumeUsage,
): Promise<Buffer[]> {
  try {
    return await readdir(directory, { encoding: 'buffer' });
  } catch (error) {
    if (isGone(error)) {
      return [];
    }
    if ((error as NodeJS.ErrnoException).code === 'EACCES') {
      usage.unreadable += 1;
      return [];
    }
    throw error;
  }
}
