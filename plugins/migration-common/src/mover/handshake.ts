/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** First line of a connection, from sender to receiver, after TLS has proven both. */
export type MoverHello = {
  migrationId: string;
  fencingToken: number;
  /** Of one mover process, all its connections. The newest sender of a token is the one that counts. */
  sender: string;
} & (
  | { op: 'probe' }
  /** The rest of the connection is rsync's own protocol. */
  | {
      op: 'rsync';
      volume: string;
      pass: 'bulk' | 'final';
      args: string[];
      /** Connections of one sender with the same word write beside each other, each other files. */
      together?: string;
    }
  /** The receiver answers with its manifest, one entry a line, and ends the connection. */
  | {
      op: 'manifest';
      volume: string;
      mode: 'full' | 'sample' | 'metadata';
      /** Files whose content is read, of 100; chosen by their paths, so that both sides choose the same. */
      samplePercent?: number;
      parallelism: number;
      /** Files that have not changed since they were remembered are told without being read again. */
      recall?: boolean;
      /** With the identities that `remember` wants. */
      identify?: boolean;
    }
  /** Lines of what is the same on both sides follow, and an end mark; the receiver keeps them and says so. */
  | { op: 'remember'; volume: string }
  /** The receiver tells those lines again. */
  | { op: 'recall'; volume: string }
  /**
   * The receiver tells the paths that share an inode on its side, the sender answers which of them must not.
   * Done before every pass, because rsync neither sees nor mends that, and writes in place.
   */
  | { op: 'links'; volume: string }
  /**
   * A volume of raw blocks, of which the sender has `bytes`. Frames follow both ways: the receiver tells the hash of
   * every chunk that it has, and with `write` the sender answers with those that differ.
   */
  | { op: 'blocks'; volume: string; bytes: number; write: boolean }
);

/** First line of the answer. */
export type MoverWelcome =
  | { ok: true }
  | { ok: false; reason: string; message: string };

/** The greeting in a connection's first line; undefined when it is none. */
export function parseMoverHello(line: string): MoverHello | undefined {
  let hello: any;
  try {
    hello = JSON.parse(line);
  } catch {
    return undefined;
  }
  const known =
    typeof hello?.migrationId === 'string' &&
    Number.isSafeInteger(hello.fencingToken) &&
    typeof hello.sender === 'string' &&
    (hello.op === 'probe' || typeof hello.volume === 'string');
  if (!known) {
    return undefined;
  }
  switch (hello.op) {
    case 'probe':
    case 'links':
    case 'remember':
    case 'recall':
      return hello;
    case 'rsync':
      return Array.isArray(hello.args) &&
        hello.args.every((arg: unknown) => typeof arg === 'string') &&
        ['string', 'undefined'].includes(typeof hello.together)
        ? hello
        : undefined;
    case 'blocks':
      return Number.isSafeInteger(hello.bytes) &&
        hello.bytes >= 0 &&
        typeof hello.write === 'boolean'
        ? hello
        : undefined;
    case 'manifest':
      return ['full', 'sample', 'metadata'].includes(hello.mode) &&
        Number.isInteger(hello.parallelism) &&
        hello.parallelism >= 1 &&
        hello.parallelism <= 64
        ? hello
        : undefined;
    default:
      return undefined;
  }
}

/**
 * The tunnel rung, for clusters that cannot reach each other. In the source mover's pod two loopback ports listen:
 * its own connections come to the configured `listenPort`, the portal's port-forwards to `MOVER_TUNNEL_PORT`.
 * 1. The portal keeps a few idle port-forwards to `MOVER_TUNNEL_PORT` and says nothing on them.
 * 2. When the mover needs a connection it writes this one byte into an idle one; bytes of the connection follow.
 * 3. The portal dials the receiver's `MOVER_PORT` by a port-forward to its pod and carries bytes both ways.
 * 4. When either side ends, the portal ends both. Before step 2 either side may close an idle one at any time.
 * What is carried is TLS between the movers; the portal has no key to it. Half-closed connections do not exist.
 */
export const TUNNEL_OPEN = 0x4f;
