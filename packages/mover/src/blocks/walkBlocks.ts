/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { TLSSocket } from 'node:tls';
import {
  CompareConfig,
  SendConfig,
} from '@namespace-migration/plugin-migration-common';
import { greetingOf } from '../dial';
import { dialUntil } from '../dialUntil';
import { MoverError, Output } from '../output';
import { MoverKeys } from '../readConfig';
import { BlockDevice, HASH_BYTES, hashOf } from './BlockDevice';
import { framesOf, PeerFailed, sendFrame } from './frames';

const SILENCE_LIMIT_MS = 300_000;
const PROGRESS_EVERY_MS = 1_000;

export interface BlockWalk {
  config: SendConfig | CompareConfig;
  keys: MoverKeys;
  output: Output;
  write: boolean;
  /** Called for a chunk that is another on the destination, before the next one is read. */
  onDifferent(socket: TLSSocket, index: number, chunk: Buffer): Promise<void>;
  /** Called after each chunk. */
  onSeen?(bytesDone: number): void;
}

/**
 * The sender's half: reads the device beside the receiver's hashes. The chunk that is hashed is the one that is
 * handed on: a source that is written meanwhile cannot come between.
 * @returns bytes of the device
 * @throws MoverError; ConnectionBroken may be tried again
 */
export async function walkBlocks(walk: BlockWalk): Promise<number> {
  const { config, output } = walk;
  const { name, path } = config.volume;
  const device = await BlockDevice.open(path, 'read').catch((error: Error) => {
    throw new MoverError(
      'SourceNotMounted',
      `The source of volume ${name} cannot be read at ${path}: ${error.message}`,
    );
  });
  let socket: TLSSocket | undefined;
  try {
    socket = await dialUntil(
      {
        endpoint: config.endpoint,
        peerName: config.peerName,
        keys: walk.keys,
        hello: {
          op: 'blocks',
          ...greetingOf(config),
          volume: name,
          bytes: device.bytes,
          write: walk.write,
        },
      },
      config.deadlineSeconds,
      output,
    );
    socket.setTimeout(SILENCE_LIMIT_MS, () =>
      socket!.destroy(new Error('the receiver is silent')),
    );
    await carry(walk, device, socket);
    return device.bytes;
  } catch (error) {
    if (error instanceof MoverError) {
      throw error;
    }
    const broken =
      !(error instanceof PeerFailed) && !(error instanceof SourceUnreadable);
    const done = walk.write ? 'copied' : 'compared';
    throw new MoverError(
      broken ? 'ConnectionBroken' : 'PassFailed',
      `Volume ${name} was not ${done} whole: ${
        error instanceof PeerFailed ? 'on the destination, ' : ''
      }${(error as Error).message}`,
    );
  } finally {
    socket?.destroy();
    await device.close();
  }
}

class SourceUnreadable extends Error {}

async function* readable(
  chunks: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  try {
    yield* chunks;
  } catch (error) {
    throw new SourceUnreadable(`on the source, ${(error as Error).message}`);
  }
}

async function carry(
  walk: BlockWalk,
  device: BlockDevice,
  socket: TLSSocket,
): Promise<void> {
  const { output, config } = walk;
  const startedAt = Date.now();
  let toldAt = 0;
  let index = 0;
  let bytesDone = 0;
  const chunks = readable(device.chunks(device.bytes));
  for await (const frame of framesOf(socket)) {
    if (frame.kind === 'done') {
      break;
    }
    if (frame.kind !== 'hashes') {
      throw new Error(`the receiver must not send ${frame.kind}`);
    }
    for (let at = 0; at < frame.payload.length; at += HASH_BYTES) {
      const { value: chunk, done } = await chunks.next();
      if (done) {
        throw new Error('the receiver told more hashes than there are chunks');
      }
      const theirs = frame.payload.subarray(at, at + HASH_BYTES);
      if (!hashOf(chunk).equals(theirs)) {
        await walk.onDifferent(socket, index, chunk);
      }
      index += 1;
      bytesDone += chunk.length;
      walk.onSeen?.(bytesDone);
      if (Date.now() - toldAt > PROGRESS_EVERY_MS) {
        toldAt = Date.now();
        const bytesPerSecond = bytesDone / ((toldAt - startedAt) / 1000 || 1);
        output.send({
          type: 'progress',
          volume: config.volume.name,
          bytesDone,
          bytesTotal: device.bytes,
          bytesPerSecond: Math.round(bytesPerSecond),
          secondsRemaining: Math.round(
            (device.bytes - bytesDone) / (bytesPerSecond || 1),
          ),
        });
      }
    }
    if (bytesDone === device.bytes) {
      await sendFrame(socket, 'done');
    }
  }
  if (bytesDone !== device.bytes) {
    throw new Error(
      `the receiver has told hashes of ${bytesDone} of ${device.bytes} bytes`,
    );
  }
}
