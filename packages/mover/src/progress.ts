/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

export interface RsyncProgress {
  bytesDone: number;
  percent: number;
  filesSent: number;
  filesChecked: number;
  filesTotal: number;
}

/** One line of --info=progress2 in the C locale: `1234  56%  1.23MB/s  0:00:01 (xfr#1, to-chk=3/9)`. */
export function parseProgress(line: string): RsyncProgress | undefined {
  const match =
    /^\s*(\d+)\s+(\d+)%\s+\S+\s+\S+(?:\s+\(xfr#(\d+), (?:to|ir)-chk=(\d+)\/(\d+)\))?\s*$/.exec(
      line,
    );
  if (!match) {
    return undefined;
  }
  const total = Number(match[5] ?? 0);
  return {
    bytesDone: Number(match[1]),
    percent: Number(match[2]),
    filesSent: Number(match[3] ?? 0),
    filesChecked: total - Number(match[4] ?? 0),
    filesTotal: total,
  };
}

export interface PassProgress {
  bytesDone: number;
  bytesTotal?: number;
  filesDone?: number;
  filesTotal?: number;
  bytesPerSecond: number;
  secondsRemaining?: number;
}

/** The rate is that of the last this many seconds. */
const RATE_WINDOW_MS = 20_000;

/**
 * Turns rsync's lines into what a person wants to know. rsync tells whole percents, rounded down, so every line
 * says that the total lies in an interval; the intervals of all lines together make it sharp. Bytes count what is
 * sent; when most files turn out to be there already, the remaining time is that of the files left to check.
 */
export class ProgressEstimate {
  private lower = 0;
  private upper = Infinity;
  private last?: RsyncProgress;
  private readonly samples: Array<{ at: number; bytes: number }> = [];

  constructor(private readonly startedAt: number) {}

  add(progress: RsyncProgress, now: number): PassProgress {
    const { bytesDone, percent } = progress;
    this.lower = Math.max(
      this.lower,
      (bytesDone * 100) / (percent + 1),
      bytesDone,
    );
    if (percent > 0) {
      this.upper = Math.min(this.upper, (bytesDone * 100) / percent);
    }
    // Counts of files come only with some of the lines.
    this.last =
      progress.filesTotal > 0 || !this.last
        ? progress
        : { ...this.last, bytesDone, percent };
    this.samples.push({ at: now, bytes: bytesDone });
    while (
      this.samples.length > 2 &&
      now - this.samples[0].at > RATE_WINDOW_MS
    ) {
      this.samples.shift();
    }
    return this.estimate(now);
  }

  private estimate(now: number): PassProgress {
    const { bytesDone, filesChecked, filesTotal, filesSent } = this.last!;
    const oldest = this.samples[0];
    const seconds = Math.max((now - oldest.at) / 1000, 0.001);
    const bytesPerSecond =
      this.samples.length > 1
        ? (bytesDone - oldest.bytes) / seconds
        : bytesDone / Math.max((now - this.startedAt) / 1000, 0.001);
    const bytesTotal =
      this.upper === Infinity
        ? undefined
        : Math.round(Math.max((this.lower + this.upper) / 2, bytesDone));
    return {
      bytesDone,
      bytesTotal,
      ...(filesTotal > 0 ? { filesDone: filesChecked, filesTotal } : undefined),
      bytesPerSecond: Math.round(bytesPerSecond),
      secondsRemaining: this.remaining(now, {
        bytesPerSecond,
        bytesTotal,
        bytesDone,
        mostlyThere: filesChecked > 0 && filesSent < filesChecked / 2,
        filesChecked,
        filesTotal,
      }),
    };
  }

  private remaining(
    now: number,
    seen: {
      bytesPerSecond: number;
      bytesTotal?: number;
      bytesDone: number;
      mostlyThere: boolean;
      filesChecked: number;
      filesTotal: number;
    },
  ): number | undefined {
    if (seen.mostlyThere) {
      const elapsed = (now - this.startedAt) / 1000;
      return Math.round(
        (elapsed * (seen.filesTotal - seen.filesChecked)) / seen.filesChecked,
      );
    }
    return seen.bytesTotal !== undefined && seen.bytesPerSecond > 0
      ? Math.round((seen.bytesTotal - seen.bytesDone) / seen.bytesPerSecond)
      : undefined;
  }
}
