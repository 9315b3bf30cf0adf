/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { lstat, unlink } from 'node:fs/promises';
import { TLSSocket } from 'node:tls';
import { SendConfig } from '@namespace-migration/plugin-migration-common';
import { greetingOf } from './dial';
import { dialUntil } from './dialUntil';
import { linesOf } from './lines';
import { MoverError, Output } from './output';
import { MoverKeys } from './readConfig';
import { isGone, walk } from './walk';

const SILENCE_LIMIT_MS = 300_000;

/** Receiver to sender: base64 paths that share an inode. Sender to receiver: those to unlink. */
type GroupLine =
  | { group: string[] }
  | { alive: true }
  | { end: true }
  | { failed: string };
type UnlinkLine = { unlink: string } | { end: true };

/**
 * The sender's half: which paths share an inode on the destination but not on the source? Such a path is
 * unlinked there, and the pass that follows makes it anew. Otherwise writing in place through one path would
 * change the other, and rsync would never separate two files that are equal in size and time.
 * @returns the number of paths unlinked
 */
export async function separateLinks(
  config: SendConfig,
  keys: MoverKeys,
  output: Output,
): Promise<number> {
  const socket = await dialUntil(
    {
      endpoint: config.endpoint,
      peerName: config.peerName,
      keys,
      hello: {
        op: 'links',
        ...greetingOf(config),
        volume: config.volume.name,
      },
    },
    config.deadlineSeconds,
    output,
  );
  socket.setTimeout(SILENCE_LIMIT_MS, () =>
    socket.destroy(new Error('the receiver is silent')),
  );
  try {
    const toUnlink: string[] = [];
    const lines = linesOf(socket);
    for (;;) {
      const { done, value } = await lines.next();
      if (done) {
        throw new Error('the connection ended before the end mark');
      }
      const line: GroupLine = JSON.parse(value);
      if ('failed' in line) {
        throw new Error(line.failed);
      }
      if ('end' in line) {
        break;
      }
      if ('group' in line) {
        toUnlink.push(...(await notSharing(line.group, config.volume.path)));
      }
    }
    for (const path of toUnlink) {
      tell<UnlinkLine>(socket, { unlink: path });
    }
    tell<UnlinkLine>(socket, { end: true });
    const { value: answer } = await lines.next();
    const { failed } = JSON.parse(answer ?? '{"failed":"no answer"}');
    if (failed) {
      throw new Error(failed);
    }
    return toUnlink.length;
  } catch (error) {
    throw new MoverError(
      'ConnectionBroken',
      `Hard links of volume ${config.volume.name} could not be compared: ${
        (error as Error).message
      }`,
    );
  } finally {
    socket.destroy();
  }
}

/**
 * Of paths that share an inode on the destination, those that do not share one with the first of them that exists
 * on the source. Paths that the source does not have are left to the pass, which deletes them.
 */
async function notSharing(group: string[], root: string): Promise<string[]> {
  let kept: string | undefined;
  const separate: string[] = [];
  for (const path of group) {
    const full = Buffer.concat([
      Buffer.from(`${root}/`),
      Buffer.from(path, 'base64'),
    ]);
    try {
      const stats = await lstat(full, { bigint: true });
      const inode = `${stats.dev}:${stats.ino}`;
      kept ??= inode;
      if (inode !== kept) {
        separate.push(path);
      }
    } catch (error) {
      if (!isGone(error)) {
        throw error;
      }
    }
  }
  return separate;
}

/** The receiver's half. Unlinks only what it has told itself. */
export async function serveLinks(
  socket: TLSSocket,
  root: string,
  signal: AbortSignal,
): Promise<void> {
  const abort = () => socket.destroy();
  signal.addEventListener('abort', abort);
  socket.write(`${JSON.stringify({ ok: true })}\n`);
  const alive = setInterval(
    () => tell<GroupLine>(socket, { alive: true }),
    10_000,
  );
  try {
    const shared = await sharedPaths(root, signal);
    for (const group of shared.values()) {
      tell<GroupLine>(socket, { group });
    }
    const told = new Set([...shared.values()].flat());
    tell<GroupLine>(socket, { end: true });
    // Not `for await`: leaving it would close the connection before the answer.
    const lines = linesOf(socket);
    for (;;) {
      const { done, value } = await lines.next();
      if (done) {
        throw new Error('the sender has gone');
      }
      const line: UnlinkLine = JSON.parse(value);
      if (signal.aborted) {
        return;
      }
      if ('end' in line) {
        break;
      }
      if (!told.has(line.unlink)) {
        throw new Error('asked to unlink a path that shares no inode');
      }
      await unlink(
        Buffer.concat([
          Buffer.from(`${root}/`),
          Buffer.from(line.unlink, 'base64'),
        ]),
      );
    }
    socket.end('{"ok":true}\n');
  } catch (error) {
    socket.end(`${JSON.stringify({ failed: (error as Error).message })}\n`);
  } finally {
    clearInterval(alive);
    signal.removeEventListener('abort', abort);
  }
}

async function sharedPaths(
  root: string,
  signal: AbortSignal,
): Promise<Map<string, string[]>> {
  const paths = new Map<string, string[]>();
  for await (const { path, stats } of walk(root)) {
    signal.throwIfAborted();
    if (stats.nlink > 1n && !stats.isDirectory()) {
      const inode = `${stats.dev}:${stats.ino}`;
      const known = paths.get(inode);
      if (known) {
        known.push(path.toString('base64'));
      } else {
        paths.set(inode, [path.toString('base64')]);
      }
    }
  }
  for (const [inode, group] of paths) {
    if (group.length < 2) {
      paths.delete(inode);
    }
  }
  return paths;
}

function tell<T>(socket: TLSSocket, line: T): void {
  socket.write(`${JSON.stringify(line)}\n`);
}
