/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { once } from 'node:events';
import { Duplex } from 'node:stream';

/** Waits until the other side takes more, or is gone. */
export async function drained(stream: Duplex): Promise<void> {
  if (stream.destroyed) {
    return;
  }
  const ended = new AbortController();
  const { signal } = ended;
  await Promise.race([
    once(stream, 'drain', { signal }),
    once(stream, 'close', { signal }),
  ]).finally(() => ended.abort());
}
