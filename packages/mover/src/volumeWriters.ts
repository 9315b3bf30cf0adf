/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Fencing } from './fencing';
import { MoverError } from './output';

/** A sender's process, as its greeting names it. */
export interface Sender {
  fencingToken: number;
  sender: string;
  /** Those with the same word write beside each other. */
  together?: string;
}

interface Writer {
  together?: string;
  token: number;
  controller: AbortController;
  ended: Promise<void>;
}

/**
 * Who writes into which volume: never two, and nobody with an older fencing token than one that was seen.
 */
export class VolumeWriters {
  private readonly writers = new Map<string, Set<Writer>>();
  /** The newest sender of each volume, and those before it. */
  private readonly senders = new Map<
    string,
    { newest: string; earlier: Set<string> }
  >();
  private readonly queues = new Map<string, Promise<void>>();

  constructor(private readonly fencing: Fencing) {}

  /**
   * Admits a token, and ends every writer with an older one before it returns.
   * @throws MoverError StaleFencingToken, WriterNotEnded
   */
  async admit(token: number): Promise<void> {
    this.fencing.admit(token);
    for (const [volume, writers] of this.writers) {
      for (const writer of writers) {
        if (writer.token < token) {
          await this.end(volume, writer);
        }
      }
    }
  }

  /**
   * Runs `write` as the volume's only writer, or beside those of the same sender that it says it belongs to. A connection for a volume that is being written means that the
   * earlier one is broken or its sender was replaced, so its writer is ended first; a sender that was replaced is
   * refused from then on, or the two would end each other for ever. `write` must have ended all it started when
   * it resolves, and must end soon after its signal.
   * @throws MoverError StaleFencingToken, SupersededSender, WriterNotEnded
   */
  async only(
    volume: string,
    { fencingToken: token, sender, together }: Sender,
    write: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    this.prefer(volume, sender);
    const before = this.queues.get(volume) ?? Promise.resolve();
    const controller = new AbortController();
    const turn = before.then(async () => {
      const writers = this.writers.get(volume) ?? new Set();
      this.writers.set(volume, writers);
      for (const earlier of writers) {
        if (together === undefined || earlier.together !== together) {
          await this.end(volume, earlier);
        }
      }
      // A newer worker may have come while this one waited.
      this.fencing.admit(token);
      this.prefer(volume, sender);
      const ended = write(controller.signal);
      const writer = {
        token,
        together,
        controller,
        ended: ended.catch(() => undefined),
      };
      writers.add(writer);
      ended.catch(() => undefined).finally(() => writers.delete(writer));
      return { ended };
    });
    this.queues.set(
      volume,
      turn.then(
        () => undefined,
        () => undefined,
      ),
    );
    await (
      await turn
    ).ended;
  }

  private prefer(volume: string, sender: string): void {
    const known = this.senders.get(volume) ?? {
      newest: sender,
      earlier: new Set<string>(),
    };
    if (known.earlier.has(sender)) {
      throw new MoverError(
        'SupersededSender',
        `A newer sender has taken over volume ${volume}`,
      );
    }
    if (known.newest !== sender) {
      known.earlier.add(known.newest);
      known.newest = sender;
    }
    this.senders.set(volume, known);
  }

  /** Ends all, on the way out. */
  async endAll(): Promise<void> {
    await Promise.all(
      [...this.writers].flatMap(([volume, writers]) =>
        [...writers].map(writer => this.end(volume, writer)),
      ),
    );
  }

  private async end(volume: string, writer: Writer): Promise<void> {
    writer.controller.abort();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () =>
          reject(
            new MoverError(
              'WriterNotEnded',
              `The earlier writer of volume ${volume} does not end; nothing else may write to it. Look at the node's storage.`,
            ),
          ),
        60_000,
      );
    });
    try {
      await Promise.race([writer.ended, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
