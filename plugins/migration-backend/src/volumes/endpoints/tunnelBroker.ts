/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TUNNEL_OPEN } from '@namespace-migration/plugin-migration-common';

export interface TunnelBrokerOptions {
  /** A new byte stream to the source mover's tunnel port, for example a port-forward. */
  dialSource(signal: AbortSignal): Promise<Duplex>;
  /** A new byte stream to the receiver's port. */
  dialDestination(signal: AbortSignal): Promise<Duplex>;
  /** Streams to the source mover that wait for it; 2 by default. */
  idleStreams?: number;
  /** A waiting stream is replaced after so long, because a load balancer may have dropped it; 5 minutes by default. */
  idleSeconds?: number;
  /** Told of everything that went wrong; the broker itself goes on until it is stopped. */
  onProblem?(problem: Error): void;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** After one direction has ended, so long may the other one still deliver. */
const LINGER_MS = 10_000;

/**
 * The portal's half of the tunnel: the last rung of the endpoint ladder, for clusters that cannot reach each
 * other. It keeps a few streams to the source mover waiting. The mover writes the byte `TUNNEL_OPEN` into one when
 * it needs a connection; the broker then dials the receiver and carries bytes both ways. These are TLS between the
 * movers: the portal sees ciphertext only and holds no key.
 */
export class TunnelBroker {
  private readonly controller = new AbortController();
  private readonly streams = new Set<Duplex>();
  private readonly work = new Set<Promise<void>>();

  constructor(private readonly options: TunnelBrokerOptions) {}

  start(): void {
    for (let slot = 0; slot < (this.options.idleStreams ?? 2); slot += 1) {
      this.track(this.keepOneWaiting());
    }
  }

  /** Connections that are being carried now. */
  get carrying(): number {
    return this.carried;
  }
  private carried = 0;

  /** Ends every stream, and resolves when nothing of the broker is left. */
  async stop(): Promise<void> {
    this.controller.abort();
    for (const stream of this.streams) {
      stream.destroy();
    }
    while (this.work.size > 0) {
      await Promise.all(this.work);
    }
  }

  private track(work: Promise<void>): void {
    const guarded = work.catch(error => this.tell(error));
    this.work.add(guarded);
    guarded.finally(() => this.work.delete(guarded));
  }

  private async keepOneWaiting(): Promise<void> {
    const { signal } = this.controller;
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      let source: Duplex;
      try {
        source = this.adopt(await this.options.dialSource(signal));
        if (await this.opened(source)) {
          // The next stream starts to wait while this one is carried.
          this.track(this.carry(source));
        }
        pause = FIRST_PAUSE_MS;
      } catch (error) {
        this.tell(error as Error);
        await sleep(pause, signal);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  /**
   * True when the mover took the stream, false when it has waited long enough and was closed.
   * @throws when the stream ended or the mover wrote something else
   */
  private opened(source: Duplex): Promise<boolean> {
    const idleMs = (this.options.idleSeconds ?? 300) * 1000;
    return new Promise<boolean>((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        source.off('readable', onReadable);
        source.off('end', onEnd);
        source.off('close', onEnd);
        source.off('error', onError);
        settle();
      };
      const fail = (error: Error) =>
        finish(() => {
          source.destroy();
          reject(error);
        });
      const timer = setTimeout(
        () =>
          finish(() => {
            source.destroy();
            resolve(false);
          }),
        idleMs,
      );
      const onReadable = () => {
        const chunk: Buffer | null = source.read();
        if (chunk === null || chunk.length === 0) {
          return;
        }
        if (chunk[0] !== TUNNEL_OPEN) {
          fail(
            new Error(
              'The tunnel port of the source mover answered with something else than its protocol: is another program listening there?',
            ),
          );
          return;
        }
        finish(() => {
          if (chunk.length > 1) {
            source.unshift(chunk.subarray(1));
          }
          resolve(true);
        });
      };
      const onEnd = () =>
        fail(
          new Error(
            'The stream to the source mover was closed while it waited',
          ),
        );
      const onError = (error: Error) =>
        fail(
          new Error(`The stream to the source mover broke: ${error.message}`),
        );
      source.on('readable', onReadable);
      source.on('end', onEnd);
      source.on('close', onEnd);
      source.on('error', onError);
      if (source.destroyed || source.readableEnded) {
        onEnd();
      } else {
        onReadable();
      }
    });
  }

  private async carry(source: Duplex): Promise<void> {
    this.carried += 1;
    let destination: Duplex | undefined;
    try {
      destination = this.adopt(
        await this.options.dialDestination(this.controller.signal),
      );
      // A connection that breaks is told, and made again, by the mover that uses it; here it is an end like any.
      await bothWays(source, destination).catch(() => undefined);
    } finally {
      // The mover sees the end of its connection and dials again if its pass is not over.
      source.destroy();
      destination?.destroy();
      this.carried -= 1;
    }
  }

  /** From now on the stream can neither crash the process nor outlive the broker. */
  private adopt(stream: Duplex): Duplex {
    stream.on('error', () => undefined);
    this.streams.add(stream);
    stream.once('close', () => this.streams.delete(stream));
    if (this.controller.signal.aborted) {
      stream.destroy();
    }
    return stream;
  }

  private tell(problem: Error): void {
    if (!this.controller.signal.aborted) {
      this.options.onProblem?.(problem);
    }
  }
}

/** Ends when both directions have ended, or one has and the other stays silent for the linger time. */
async function bothWays(a: Duplex, b: Duplex): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const linger = () => {
    timer ??= setTimeout(() => {
      a.destroy();
      b.destroy();
    }, LINGER_MS);
  };
  const one = (from: Duplex, to: Duplex) => pipeline(from, to).finally(linger);
  try {
    await Promise.all([one(a, b), one(b, a)]);
  } finally {
    clearTimeout(timer);
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
