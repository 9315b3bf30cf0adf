/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { TLSSocket } from 'node:tls';
import { MoverError } from '../output';
import { BlockDevice, hashOf } from './BlockDevice';
import { chunkOf, framesOf, sendFrame } from './frames';

const HASHES_PER_FRAME = 64;

export interface ServeBlocksOptions {
  socket: TLSSocket;
  volume: string;
  path: string;
  /** Of the sender's volume. */
  bytes: number;
  write: boolean;
  signal: AbortSignal;
}

/**
 * The receiver's half of a pass and of a comparison. Hashing runs ahead of writing: the sender sends a chunk only
 * after it was told that chunk's hash, so what is hashed was never written by the same pass.
 * @throws MoverError NoSpaceOnDestination before anything is written
 */
export async function serveBlocks(options: ServeBlocksOptions): Promise<void> {
  const { socket, bytes, write, signal } = options;
  const device = await BlockDevice.open(options.path, write ? 'write' : 'read');
  const abort = () => socket.destroy();
  signal.addEventListener('abort', abort);
  try {
    if (device.bytes < bytes) {
      throw new MoverError(
        'NoSpaceOnDestination',
        `The destination of volume ${options.volume} has ${device.bytes} bytes and the source ${bytes}. Choose a larger size for it in the plan.`,
      );
    }
    socket.write(`${JSON.stringify({ ok: true })}\n`);
    const halves = [tellHashes(device, options), writeChunks(device, options)];
    try {
      await Promise.all(halves);
      await device.sync();
      await sendFrame(socket, 'done');
    } catch (error) {
      if (!socket.destroyed) {
        await sendFrame(
          socket,
          'failed',
          Buffer.from((error as Error).message),
        );
      }
    }
    socket.end();
    // when one has failed the other ends with the connection; nothing may write after this has resolved
    await Promise.allSettled(halves);
  } finally {
    signal.removeEventListener('abort', abort);
    await device.close();
  }
}

async function tellHashes(
  device: BlockDevice,
  { socket, bytes, write, signal }: ServeBlocksOptions,
): Promise<void> {
  if (!write) {
    await device.sync();
  }
  let hashes: Buffer[] = [];
  for await (const chunk of device.chunks(bytes)) {
    signal.throwIfAborted();
    hashes.push(hashOf(chunk));
    if (hashes.length === HASHES_PER_FRAME) {
      await sendFrame(socket, 'hashes', ...hashes);
      hashes = [];
    }
  }
  if (hashes.length > 0 || bytes === 0) {
    await sendFrame(socket, 'hashes', ...hashes);
  }
}

async function writeChunks(
  device: BlockDevice,
  { socket, write, signal }: ServeBlocksOptions,
): Promise<void> {
  for await (const frame of framesOf(socket)) {
    signal.throwIfAborted();
    if (frame.kind === 'chunk') {
      if (!write) {
        throw new Error('a comparison must not write');
      }
      const { index, chunk } = chunkOf(frame);
      await device.write(index, chunk);
    } else if (frame.kind !== 'done') {
      throw new Error(`the sender must not send ${frame.kind}`);
    }
  }
}
