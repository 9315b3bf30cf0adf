/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { TLSSocket } from 'node:tls';
import { drained } from './drained';
import { ManifestEntry, manifestOf, ManifestOptions } from './manifest';

const ALIVE_EVERY_MS = 10_000;

/** A line of the receiver's answer to `manifest`. Without `end` the manifest is not whole. */
export type ManifestLine =
  | ManifestEntry
  /** Nothing to tell yet, for example while a large file is hashed. */
  | { alive: true }
  | { end: number }
  | { failed: string };

/** Writes the manifest of a volume as fast as it is read on the other side. */
export async function serveManifest(
  socket: TLSSocket,
  path: string,
  options: ManifestOptions,
): Promise<void> {
  const tell = (line: ManifestLine) =>
    socket.write(`${JSON.stringify(line)}\n`);
  socket.resume();
  let sent = 0;
  let sentAt = 0;
  const alive = setInterval(() => {
    if (Date.now() - sentAt > ALIVE_EVERY_MS && !socket.writableNeedDrain) {
      tell({ alive: true });
    }
  }, ALIVE_EVERY_MS);
  try {
    // What is compared must survive a power cut, so it is on disk before it is read.
    await flush(path);
    let text = '';
    for await (const entry of manifestOf(path, options)) {
      if (socket.destroyed) {
        return;
      }
      sent += 1;
      text += `${JSON.stringify(entry)}\n`;
      if (text.length > 65536) {
        sentAt = Date.now();
        if (!socket.write(text)) {
          await drained(socket);
        }
        text = '';
      }
    }
    socket.write(text);
    tell({ end: sent });
    socket.end();
  } catch (error) {
    tell({ failed: (error as Error).message });
    socket.end();
  } finally {
    clearInterval(alive);
  }
}

async function flush(path: string): Promise<void> {
  const child = spawn('sync', ['-f', path], { stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) {
    throw new Error(`sync -f ${path} ended with ${code}`);
  }
}
