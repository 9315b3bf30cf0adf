/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MoverError } from './output';

/** Remembers the highest fencing token, over restarts of the container too, and refuses smaller ones. */
export class Fencing {
  private readonly file: string;
  private highest: number;

  constructor(stateDir: string, initial: number) {
    mkdirSync(stateDir, { recursive: true });
    this.file = join(stateDir, 'fencing-token');
    let kept = 0;
    try {
      kept = Number(readFileSync(this.file, 'utf8')) || 0;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        throw error;
      }
    }
    this.highest = Math.max(kept, initial);
  }

  /** @throws MoverError StaleFencingToken */
  admit(token: number): void {
    if (token < this.highest) {
      throw new MoverError(
        'StaleFencingToken',
        `Fencing token ${token} is older than ${this.highest}: another worker has taken this migration over`,
      );
    }
    if (token > this.highest) {
      writeFileSync(`${this.file}.new`, String(token));
      renameSync(`${this.file}.new`, this.file);
      this.highest = token;
    }
  }
}
