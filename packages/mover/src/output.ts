/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { writeFileSync, writeSync } from 'node:fs';
import {
  MoverFailure,
  MoverLine,
  MoverMessage,
  MoverResult,
} from '@namespace-migration/plugin-migration-common';

/** Kubernetes keeps at most this many bytes of a termination message. */
const TERMINATION_MESSAGE_LIMIT = 4096;

export interface OutputOptions {
  migrationId: string;
  fencingToken: number;
  terminationLog?: string;
  /** Stdout by default. */
  write?: (line: string) => void;
}

/** Everything a mover says goes through here, as JSON lines. */
export class Output {
  constructor(private readonly options: OutputOptions) {}

  send(message: MoverMessage): void {
    this.write(this.lineOf(message));
  }

  log(level: 'info' | 'warning' | 'error', message: string): void {
    this.send({ type: 'log', level, message });
  }

  /** The last line; repeated in the termination message, because a pod's log may be gone when the portal asks. */
  result(result: MoverResult): void {
    const line = this.lineOf(result);
    this.write(line);
    if (this.options.terminationLog) {
      try {
        writeFileSync(this.options.terminationLog, this.shortened(result));
      } catch (error) {
        this.log('warning', `Termination message not written: ${error}`);
      }
    }
  }

  /**
   * A cut line is no JSON, so what is too long is cut inside. A success that is too long (the usage of dozens of
   * volumes) is only in the log.
   */
  private shortened(result: MoverResult): string {
    const line = this.lineOf(result);
    if (Buffer.byteLength(line) <= TERMINATION_MESSAGE_LIMIT) {
      return line;
    }
    if (result.ok) {
      return '';
    }
    const { message } = result.error;
    return this.lineOf({
      ...result,
      error: { ...result.error, message: message.slice(0, 600) },
    });
  }

  private lineOf(message: MoverMessage): string {
    const line: MoverLine = {
      ...message,
      time: new Date().toISOString(),
      migrationId: this.options.migrationId,
      fencingToken: this.options.fencingToken,
    };
    return JSON.stringify(line);
  }

  private write(line: string) {
    if (this.options.write) {
      this.options.write(line);
    } else {
      writeWhole(1, Buffer.from(`${line}\n`));
    }
  }
}

/** Stdout may be a pipe that takes less than all, or nothing just now. */
function writeWhole(file: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(file, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') {
        throw error;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** An end that the portal turns into a condition. */
export class MoverError extends Error {
  constructor(
    readonly reason: string,
    message: string,
    readonly needed?: MoverFailure['needed'],
  ) {
    super(message);
  }

  get failure(): MoverFailure {
    return {
      reason: this.reason,
      message: this.message.slice(0, 2500),
      ...(this.needed && { needed: this.needed }),
    };
  }
}
