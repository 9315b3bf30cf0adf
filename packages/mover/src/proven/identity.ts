/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { BigIntStats } from 'node:fs';
import { statfs } from 'node:fs/promises';

/**
 * Changes with every change of the file: nobody but the kernel sets ctime. Without the device's number, which another
 * mount of the same volume may have otherwise.
 */
export const identityOf = ({ ino, size, mtimeNs, ctimeNs }: BigIntStats) =>
  `${ino}:${size}:${mtimeNs}:${ctimeNs}`;

/** Whether the last change is so long ago that another one would have another ctime. A future one is none of ours. */
export const isAtRest = (
  { ctimeMs }: Pick<BigIntStats, 'ctimeMs'>,
  restMs: number,
  now = Date.now(),
): boolean => Number(ctimeMs) < now - restMs;

/**
 * Magic numbers of statfs(2). One kernel writes them, and a mapping of a file that was flushed is noticed when it is
 * written to again. (tmpfs never flushes; of ZFS it is not known here.)
 */
const local = new Set([
  0xef53, // ext2, ext3, ext4
  0x58465342, // xfs
  0x9123683e, // btrfs
  0xf2f52010, // f2fs
]);

/**
 * Whether an unchanged ctime proves an unchanged file. Not where other nodes write too (NFS, CephFS: attributes are
 * cached) and not where ctime is made up (FUSE, FAT).
 */
export const keepsChangeTimes = async (root: string): Promise<boolean> =>
  local.has((await statfs(root)).type);
