/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/**
 * What the receiver's rsync says goes back on one connection in two channels, as a remote shell has them: since
 * rsync 3.5 a server writes why it ended (a full volume) to its stderr only. Each frame: one byte for the channel,
 * four for the length (big endian), then the bytes.
 */
export type Channel = 'stdout' | 'stderr';

const HEADER_BYTES = 5;
const MAX_FRAME_BYTES = 16 * 1024 * 1024;
const numbers: Record<Channel, number> = { stdout: 1, stderr: 2 };

export function frame(channel: Channel, bytes: Buffer): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(numbers[channel], 0);
  header.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([header, bytes]);
}

/** Tells the channels apart again, whatever the chunks. @throws on anything that is not a frame */
export async function* framesOf(
  stream: AsyncIterable<Buffer>,
): AsyncGenerator<{ channel: Channel; bytes: Buffer }> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    held = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    while (held.length >= HEADER_BYTES) {
      const length = held.readUInt32BE(1);
      const channel = (['stdout', 'stderr'] as const).find(
        name => numbers[name] === held[0],
      );
      if (!channel || length > MAX_FRAME_BYTES) {
        throw new Error('The receiver sent something that is no frame');
      }
      if (held.length < HEADER_BYTES + length) {
        break;
      }
      yield {
        channel,
        bytes: held.subarray(HEADER_BYTES, HEADER_BYTES + length),
      };
      held = held.subarray(HEADER_BYTES + length);
    }
  }
  if (held.length > 0) {
    throw new Error('The connection ended inside a frame');
  }
}
