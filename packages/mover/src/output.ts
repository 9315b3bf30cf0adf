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
        writeFileSync(
          this.options.terminationLog,
          Buffer.from(line).subarray(0, TERMINATION_MESSAGE_LIMIT),
        );
      } catch (error) {
        this.log('warning', `Termination message not written: ${error}`);
      }
    }
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
      writeSync(1, `${line}\n`);
    }
  }
}

/** An end that the portal turns into a condition. */
export class MoverError extends Error {
  constructor(readonly reason: string, message: string) {
    super(message);
  }

  get failure(): MoverFailure {
    return { reason: this.reason, message: this.message.slice(0, 2500) };
  }
}
