/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Transform } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { frame } from './channels';
import { Output } from './output';
import { endGroup } from './processGroup';

/** An rsync that was told to stop has this long to keep what it has of the file it is at. */
const GRACE_MS = 3_000;
const DEADLINE_MS = 50_000;
/** So long a sender may take to read the last bytes and close. */
const LAST_WORDS_MS = 10_000;

/**
 * Runs rsync's receiving server on a connection, until it has ended with all its processes. An aborted signal
 * means that a newer worker waits: no grace.
 */
export async function serveRsync(options: {
  socket: TLSSocket;
  args: string[];
  volume: string;
  output: Output;
  signal: AbortSignal;
}): Promise<void> {
  const { socket, output, signal, volume } = options;
  if (socket.destroyed) {
    return;
  }
  const child = spawn('rsync', options.args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', RSYNC_PROTECT_ARGS: '0' },
    detached: true,
  });
  const closed = once(child, 'close').catch(error => {
    output.log('error', `rsync for volume ${volume}: ${error.message}`);
  });
  // Bytes that stay unread would make the kernel reset the connection, and rsync's last words would be lost.
  const drain = () => {
    socket.unpipe(child.stdin);
    socket.resume();
  };
  child.stdin.on('error', drain);
  child.stdin.once('close', drain);
  child.stderr.on('data', (chunk: Buffer) => {
    output.log('warning', `rsync: ${chunk.toString('utf8').trim()}`);
    if (socket.writable) {
      socket.write(frame('stderr', chunk));
    }
  });
  let ending: Promise<void> | undefined;
  const end = (graceMs: number) => {
    ending ??= endGroup(child, { graceMs, deadlineMs: DEADLINE_MS });
    ending.catch(() => undefined);
  };
  const onAbort = () => {
    output.log(
      'warning',
      `The pass over volume ${volume} gives way to a newer one`,
    );
    end(0);
    socket.destroy();
  };
  // After the sender has closed there is still the end of the conversation to write.
  const onClose = () => setTimeout(() => end(GRACE_MS), 1000).unref();
  signal.addEventListener('abort', onAbort);
  socket.once('close', onClose);
  socket.write(`${JSON.stringify({ ok: true })}\n`);
  socket.pipe(child.stdin);
  const framed = child.stdout.pipe(
    new Transform({
      transform: (chunk, _encoding, done) =>
        done(undefined, frame('stdout', chunk)),
    }),
  );
  framed.pipe(socket, { end: false });
  const spoken = once(framed, 'end');
  if (signal.aborted) {
    onAbort();
  }
  await closed;
  signal.removeEventListener('abort', onAbort);
  socket.off('close', onClose);
  end(0);
  await ending;
  drain();
  if (!socket.destroyed) {
    await Promise.race([spoken, once(socket, 'close')]);
    // The sender learns of a failure from rsync itself, or from a connection that ends too early.
    socket.end();
  }
  if (!socket.destroyed) {
    await once(socket, 'close', {
      signal: AbortSignal.timeout(LAST_WORDS_MS),
    }).catch(() => socket.destroy());
  }
}
