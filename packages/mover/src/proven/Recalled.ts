/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { comparePaths } from '../walk';
import { ProvenLine } from './ProvenFile';

/** What was proven, asked for in walk order, while it is read from a file or the receiver: memory is one line. */
export class Recalled {
  private readonly lines: AsyncIterator<string>;
  private next?: { path: Buffer; identity: string; digest: string };
  private ended = false;

  constructor(
    lines: AsyncIterable<string>,
    private readonly side: 'source' | 'destination',
    /** Told when the list breaks off. What was not recalled is read. */
    private readonly onBroken: (error: Error) => void = () => undefined,
  ) {
    this.lines = lines[Symbol.asyncIterator]();
  }

  /** The digest of a file that is what it was; undefined when it must be read. Paths come in the order of `walk`. */
  async digestOf(path: Buffer, identity: string): Promise<string | undefined> {
    while (
      !this.ended &&
      (!this.next || comparePaths(this.next.path, path) < 0)
    ) {
      await this.advance();
    }
    return !this.ended &&
      this.next!.path.equals(path) &&
      this.next!.identity === identity
      ? this.next!.digest
      : undefined;
  }

  private async advance(): Promise<void> {
    try {
      const { done, value } = await this.lines.next();
      if (done) {
        throw new Error('it ended before its end mark');
      }
      const line: ProvenLine = JSON.parse(value);
      if ('end' in line) {
        this.ended = true;
        return;
      }
      this.next = {
        path: Buffer.from(line.p, 'base64'),
        identity: this.side === 'source' ? line.a : line.b,
        digest: line.d,
      };
    } catch (error) {
      this.ended = true;
      this.onBroken(error as Error);
    }
  }
}
