/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

/** What restic tells with --json, as far as it is read here. */
interface ResticLine {
  message_type?: string;
  percent_done?: number;
  bytes_done?: number;
  bytes_restored?: number;
  bytes_skipped?: number;
  total_bytes?: number;
  files_done?: number;
  files_restored?: number;
  files_skipped?: number;
  total_files?: number;
  seconds_remaining?: number;
  item?: string;
  error?: { message?: string };
  message?: string;
}

const KEPT = 8;

/** Reads the lines of one run of restic, and keeps what decides about it. */
export class ResticOutput {
  summary?: Record<string, any>;
  progress?: {
    bytesDone: number;
    bytesTotal?: number;
    filesDone?: number;
    filesTotal?: number;
    secondsRemaining?: number;
  };
  /** Items that were gone when restic came to them. */
  vanished = 0;
  /** Every other complaint about an item. */
  serious = 0;
  noSpace = false;
  /** Since when the storage refuses, when it does. */
  refusedSince?: number;
  private readonly complaints: string[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  add(line: string): void {
    if (line.trim().length === 0) {
      return;
    }
    const told = parsed(line);
    switch (told?.message_type) {
      case 'summary':
        this.summary = told;
        return;
      case 'status':
        this.status(told);
        return;
      case 'verbose_status':
        return;
      default:
    }
    const text = told?.error?.message ?? told?.message ?? line;
    if (/returned error, retrying after/.test(text)) {
      this.refusedSince ??= this.now();
    } else if (/operation successful after \d+ retr/.test(text)) {
      this.refusedSince = undefined;
    } else if (told?.message_type === 'error') {
      if (/no such file or directory|file already closed/.test(text)) {
        this.vanished += 1;
      } else {
        this.serious += 1;
      }
    }
    this.noSpace ||= /no space left on device|disk quota exceeded/i.test(text);
    this.complaints.push(told?.item ? `${told.item}: ${text}` : text);
    if (this.complaints.length > KEPT) {
      // the first says what began it
      this.complaints.splice(1, 1);
    }
  }

  get excerpt(): string {
    return [...new Set(this.complaints)]
      .map(text => text.trim().replace(/\s+/g, ' ').slice(0, 300))
      .join(' | ');
  }

  private status(told: ResticLine): void {
    const bytesDone =
      told.bytes_done ?? (told.bytes_restored ?? 0) + (told.bytes_skipped ?? 0);
    if (bytesDone > (this.progress?.bytesDone ?? 0)) {
      this.refusedSince = undefined;
    }
    this.progress = {
      bytesDone,
      bytesTotal: told.total_bytes,
      filesDone:
        told.files_done ??
        (told.files_restored ?? 0) + (told.files_skipped ?? 0),
      filesTotal: told.total_files,
      secondsRemaining: told.seconds_remaining,
    };
  }
}

function parsed(line: string): ResticLine | undefined {
  if (!line.startsWith('{')) {
    return undefined;
  }
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
