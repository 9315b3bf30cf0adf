/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import { chmod, lchown, link, lstat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { SocketEntry } from '@namespace-migration/plugin-migration-common';
import { walk } from '../walk';

/** The result of a mover is a pod's termination message, which has 4096 bytes. */
const TOLD_BYTES = 2500;

/** Sockets below the root; those beyond what a result holds are only counted. */
export async function socketsOn(
  root: string,
): Promise<{ sockets: SocketEntry[]; untold: number }> {
  const sockets: SocketEntry[] = [];
  let bytes = 0;
  let untold = 0;
  for await (const { path, stats } of walk(root)) {
    if (!stats.isSocket()) {
      continue;
    }
    const entry = {
      path: path.toString('base64'),
      mode: Number(stats.mode & 0o7777n),
      uid: Number(stats.uid),
      gid: Number(stats.gid),
      mtime: String(stats.mtimeNs),
    };
    bytes += JSON.stringify(entry).length;
    if (bytes > TOLD_BYTES) {
      untold += 1;
    } else {
      sockets.push(entry);
    }
  }
  return { sockets, untold };
}

/**
 * Makes the sockets that restic leaves out. Bound below the volume's root, because the kernel takes no longer name than
 * 107 bytes, and linked to where they belong.
 */
export async function restoreSockets(
  root: string,
  sockets: SocketEntry[],
): Promise<void> {
  const bound = join(root, '.namespace-migration-socket');
  for (const socket of sockets) {
    const path = Buffer.concat([
      Buffer.from(`${root}/`),
      Buffer.from(socket.path, 'base64'),
    ]);
    const parent = path.subarray(0, path.lastIndexOf('/'));
    const touched = [Buffer.from(root), parent];
    const times = await Promise.all(
      touched.map(async directory => {
        const { mtimeNs } = await lstat(directory, { bigint: true });
        return mtimeNs;
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
    await lchown(path, socket.uid, socket.gid);
    await chmod(path, socket.mode);
    await touch(path, BigInt(socket.mtime));
    for (const [index, directory] of touched.entries()) {
      await touch(directory, times[index]);
    }
  }
}

/** Node's own call knows no nanoseconds, and its arguments no bytes that are not UTF-8: hence xargs. */
async function touch(path: Buffer, mtimeNs: bigint): Promise<void> {
  const time = `@${mtimeNs / 1_000_000_000n}.${String(
    mtimeNs % 1_000_000_000n,
  ).padStart(9, '0')}`;
  const child = spawn('xargs', ['-0', 'touch', '-h', '-m', '-d', time, '--'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.stdin.end(Buffer.concat([path, Buffer.from([0])]));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    throw new Error(`The time of ${path} could not be set (code ${code})`);
  }
}
