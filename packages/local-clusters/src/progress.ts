/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** Says what is being done, one line at a time; `up` takes minutes on a fresh machine and silence looks like a hang. */
export interface Progress {
  step(message: string): void;
}

/** Lines of the form `[  12.3 s] message`, the time being counted from the creation of the object. */
export class ElapsedProgress implements Progress {
  private readonly started = Date.now();

  constructor(private readonly write: (line: string) => void) {}

  step(message: string): void {
    const seconds = ((Date.now() - this.started) / 1000).toFixed(1);
    this.write(`[${seconds.padStart(6)} s] ${message}`);
  }
}

export const silentProgress: Progress = { step: () => {} };
