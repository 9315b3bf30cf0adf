/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

const KEPT_LINES = 8;
const KEPT_TOLERATED = 20;

/** rsync escapes line ends in names, and every pattern is bound to the line's start, so no name can pretend. */
const patterns = {
  vanished: /^(file|directory) has vanished: /,
  summary: /^rsync (error|warning): /,
  noSpace: /: (No space left on device|Disk quota exceeded) \(\d+\)$/,
  changed: [
    /^(WARNING|ERROR): .* failed verification -- update (discarded|put into|retained)/,
    // The file became shorter while it was read.
    /^rsync: \[sender\] read errors mapping .*: No data available \(61\)$/,
  ],
  /**
   * Vanished between two of the sender's calls. Not so `change_dir` and `link_stat`: these complain about the
   * volume itself, and a pass over a volume that is not there is no success.
   */
  gone: /^rsync: \[sender\] (?!change_dir|link_stat).*: No such file or directory \(2\)$/,
  /** The volume's own directory belongs to the node: only root may change it. */
  ownDirectory:
    /^rsync: \[(generator|receiver)\] (failed to set (times|permissions) on|chown|chgrp|set_acl: .*|rsync_xal_\w+: .*) ?"[^"]*\/\.?"(,"[^"]*")?.*: Operation not permitted \(1\)$/,
  /** Follows from any of the others. */
  consequence: /^IO error encountered -- skipping file deletion$/,
};

/** Reads rsync's stderr line by line and keeps what decides about the pass, however many lines there are. */
export class Complaints {
  vanished = 0;
  changed = 0;
  /** Of the destination. */
  noSpace = false;
  /** Attributes of the volume's own directory that a receiver without root could not set. */
  kept = 0;
  /** Complaints that a living source does not explain. */
  serious = 0;
  private readonly firstSerious: string[] = [];
  private readonly last: string[] = [];
  /** The first of those that a bulk pass tolerates. */
  readonly tolerated: string[] = [];

  constructor(private readonly options: { unprivileged?: boolean } = {}) {}

  add(line: string): void {
    if (line.trim().length === 0) {
      return;
    }
    this.last.push(line);
    if (this.last.length > KEPT_LINES) {
      this.last.shift();
    }
    if (patterns.summary.test(line) || patterns.consequence.test(line)) {
      return;
    }
    if (patterns.vanished.test(line) || patterns.gone.test(line)) {
      this.vanished += 1;
      this.tolerate(line);
    } else if (patterns.changed.some(pattern => pattern.test(line))) {
      // rsync tries such a file again and tells a second time.
      this.changed += line.startsWith('WARNING') ? 0 : 1;
      this.tolerate(line);
    } else if (this.options.unprivileged && patterns.ownDirectory.test(line)) {
      this.kept += 1;
    } else {
      this.serious += 1;
      this.noSpace ||= patterns.noSpace.test(line);
      if (this.firstSerious.length < KEPT_LINES) {
        this.firstSerious.push(line);
      }
    }
  }

  /** What a person should read: the first serious complaints and the last lines. */
  get excerpt(): string {
    return [...new Set([...this.firstSerious, ...this.last])]
      .map(line => line.slice(0, 300))
      .join(' | ');
  }

  private tolerate(line: string): void {
    if (this.tolerated.length < KEPT_TOLERATED) {
      this.tolerated.push(line.slice(0, 300));
    }
  }
}

const exitMeanings: Record<number, string> = {
  1: 'wrong options',
  2: 'the two rsync versions do not understand each other',
  3: 'a directory could not be entered',
  4: 'an action that is not supported was asked for',
  5: 'the protocol could not be started',
  6: 'the log could not be written',
  10: 'socket error',
  11: 'a file could not be read or written',
  12: 'the connection broke',
  13: 'an error in reporting',
  14: 'an error in the communication between its processes',
  16: 'one of its processes was killed',
  20: 'ended by a signal',
  21: 'an error while waiting for its processes',
  22: 'out of memory',
  23: 'some files or attributes could not be transferred',
  24: 'files vanished from the source during the pass',
  25: 'more deletions than allowed',
  30: 'no data for too long',
  35: 'no connection in time',
  127: 'rsync is not installed in the mover image',
  255: 'the connection could not be made',
};

export function meaningOfExit(code: number): string {
  return exitMeanings[code] ?? 'unknown';
}

/** Exits after which the same pass, started again, goes on where it was. */
export function isConnectionExit(code: number): boolean {
  return [5, 10, 12, 16, 20, 30, 35, 255].includes(code);
}
