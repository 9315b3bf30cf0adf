/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Duplex } from 'node:stream';
import { drained } from '../drained';
import { CHUNK_BYTES } from './BlockDevice';

/** One byte that says what it is, four of its length, and its bytes. */
export interface Frame {
  /**
   * From the receiver `hashes` of consecutive chunks, and at the end `done`; from the sender `chunk` (eight bytes of
   * its index, then its bytes) and `done`. Either may say `failed` with a text, which is the last.
   */
  kind: 'hashes' | 'chunk' | 'done' | 'failed';
  payload: Buffer;
}

/** What the other side has `failed` with: no connection mends it. */
export class PeerFailed extends Error {}

const kinds: Array<Frame['kind']> = ['hashes', 'chunk', 'done', 'failed'];
const HEAD_BYTES = 5;
const LIMIT = CHUNK_BYTES + 64;

/** Waits while the other side takes nothing. */
export async function sendFrame(
  stream: Duplex,
  kind: Frame['kind'],
  ...payload: Buffer[]
): Promise<void> {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(kinds.indexOf(kind), 0);
  head.writeUInt32BE(
    payload.reduce((bytes, part) => bytes + part.length, 0),
    1,
  );
  let takes = true;
  for (const part of [head, ...payload]) {
    takes = stream.write(part);
  }
  if (!takes) {
    await drained(stream);
  }
  if (stream.destroyed) {
    throw new Error('the connection has ended');
  }
}

export function chunkFrame(index: number, chunk: Buffer): Buffer[] {
  const head = Buffer.alloc(8);
  head.writeBigUInt64BE(BigInt(index));
  return [head, chunk];
}

export function chunkOf({ payload }: Frame): { index: number; chunk: Buffer } {
  return {
    index: Number(payload.readBigUInt64BE()),
    chunk: payload.subarray(8),
  };
}

/**
 * The frames of a stream up to and with `done`.
 * @throws PeerFailed, and an Error when the stream ends before `done`
 */
export async function* framesOf(stream: Duplex): AsyncGenerator<Frame> {
  let held: Buffer[] = [];
  let bytes = 0;
  let needed = HEAD_BYTES;
  for await (const part of stream.iterator({ destroyOnReturn: false })) {
    held.push(part);
    bytes += part.length;
    while (bytes >= needed) {
      let all = held.length === 1 ? held[0] : Buffer.concat(held);
      const length = all.readUInt32BE(1);
      const kind = kinds[all.readUInt8(0)];
      if (kind === undefined || length > LIMIT) {
        throw new Error('not a frame of this protocol');
      }
      needed = HEAD_BYTES + length;
      if (bytes >= needed) {
        const payload = all.subarray(HEAD_BYTES, needed);
        all = all.subarray(needed);
        if (kind === 'failed') {
          throw new PeerFailed(payload.toString('utf8'));
        }
        yield { kind, payload };
        if (kind === 'done') {
          return;
        }
        needed = HEAD_BYTES;
      }
      held = [all];
      bytes = all.length;
    }
  }
  throw new Error('the connection ended before the end mark');
}
