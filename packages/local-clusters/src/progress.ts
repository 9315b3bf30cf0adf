/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { tailOfFile } from './tailOfFile';

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

export interface WaitingOptions {
  /** Added to each line, for example what a log ends with. */
  detail?: () => string;
  /** 15 when not given. */
  everySeconds?: number;
}

/** Says at the start what is done, and then every so often that it still is: a slow step must not look like a hang. */
export async function whileWaiting<T>(
  progress: Progress,
  what: string,
  work: () => Promise<T>,
  options: WaitingOptions = {},
): Promise<T> {
  progress.step(what);
  const started = Date.now();
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const detail = options.detail?.();
    progress.step(
      `  still at it after ${seconds} s${detail ? `: ${detail}` : ''}`,
    );
  }, (options.everySeconds ?? 15) * 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** What a log ends with, short enough for a line of progress. */
export const lastLineOf = (logFile: string): string =>
  tailOfFile(logFile, 1).trim().slice(0, 100);
