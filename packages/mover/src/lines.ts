/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Readable } from 'node:stream';

/**
 * Takes the first line off a stream and leaves what follows it in the stream.
 * @throws when the stream ends before, when the line is longer than `limit` bytes, or at the deadline
 */
export function readFirstLine(
  stream: Readable,
  options: { limit?: number; timeoutMs: number },
): Promise<string> {
  const limit = options.limit ?? 64 * 1024;
  return new Promise((resolve, reject) => {
    let held: Buffer = Buffer.alloc(0);
    const timer = setTimeout(
      () => finish(new Error(`no line within ${options.timeoutMs} ms`)),
      options.timeoutMs,
    );
    const onReadable = () => {
      for (
        let chunk: Buffer | null = stream.read();
        chunk !== null;
        chunk = stream.read()
      ) {
        held = Buffer.concat([held, chunk]);
        const end = held.indexOf(0x0a);
        if (end >= 0) {
          const rest = held.subarray(end + 1);
          finish();
          if (rest.length > 0) {
            stream.unshift(rest);
          }
          resolve(held.subarray(0, end).toString('utf8'));
          return;
        }
        if (held.length > limit) {
          finish(new Error(`first line is longer than ${limit} bytes`));
          return;
        }
      }
    };
    const onEnd = () => finish(new Error('connection ended before a line'));
    const onError = (error: Error) => finish(error);
    const finish = (error?: Error) => {
      clearTimeout(timer);
      stream.off('readable', onReadable);
      stream.off('end', onEnd);
      stream.off('close', onEnd);
      stream.off('error', onError);
      if (error) {
        reject(error);
      }
    };
    stream.on('readable', onReadable);
    stream.on('end', onEnd);
    stream.on('close', onEnd);
    stream.on('error', onError);
    onReadable();
  });
}

/** Lines of a byte stream without their ends; a last line without an end counts too. */
export async function* linesOf(
  stream: AsyncIterable<Buffer>,
): AsyncGenerator<string> {
  let held: Buffer[] = [];
  for await (const chunk of stream) {
    let from = 0;
    let end = chunk.indexOf(0x0a, from);
    while (end >= 0) {
      held.push(chunk.subarray(from, end));
      yield Buffer.concat(held).toString('utf8');
      held = [];
      from = end + 1;
      end = chunk.indexOf(0x0a, from);
    }
    if (from < chunk.length) {
      held.push(chunk.subarray(from));
    }
  }
  if (held.length > 0) {
    yield Buffer.concat(held).toString('utf8');
  }
}
