/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** First line of a connection, from sender to receiver, after TLS has proven both. */
export type MoverHello = {
  migrationId: string;
  fencingToken: number;
} & (
  | { op: 'probe' }
  /** The rest of the connection is rsync's own protocol. */
  | { op: 'rsync'; volume: string; pass: 'bulk' | 'final'; args: string[] }
  /** The receiver answers with its manifest, one entry a line, and ends the connection. */
  | { op: 'manifest'; volume: string; mode: 'full' | 'metadata'; parallelism: number }
);

/** First line of the answer. */
export type MoverWelcome =
  | { ok: true }
  | { ok: false; reason: string; message: string };

/**
 * The tunnel rung. The portal keeps idle port-forwards to the source mover's tunnel port; when the mover needs a
 * connection it writes this one byte into an idle one, the portal dials the receiver and pipes both. What it
 * carries is TLS between the movers.
 */
export const TUNNEL_OPEN = 0x4f;
