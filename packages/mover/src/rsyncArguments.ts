/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { SendConfig } from '@namespace-migration/plugin-migration-common';

/**
 * The sender's command line. Kept: hard links, ACLs, xattrs, sparse files, numeric owners, special files.
 * No --inplace: with hard links it would write through a link that the source has broken meanwhile into a file
 * that was already judged equal.
 */
export function senderArguments(
  config: Pick<SendConfig, 'volume' | 'bandwidthLimitKiB'>,
  connectCommand: string,
): string[] {
  return [
    '-aHAXS',
    '--numeric-ids',
    '--delete-during',
    '--force',
    '--partial',
    '--no-inc-recursive',
    // Times are compared to the nanosecond; otherwise a directory or link that was made within the second keeps
    // the time at which it was made on the destination.
    '--modify-window=-1',
    '--exclude=/lost+found',
    '--no-human-readable',
    '--info=progress2,flist0,name0',
    '--outbuf=N',
    '--stats',
    ...(config.bandwidthLimitKiB
      ? [`--bwlimit=${config.bandwidthLimitKiB}`]
      : []),
    '-e',
    connectCommand,
    `${config.volume.path}/`,
    'receiver:volume/',
  ];
}

const allowedLong =
  /^--(delete|delete-during|force|partial|numeric-ids|no-inc-recursive|sparse|stats|modify-window=-1|bwlimit=\d+|log-format=[%A-Za-z]*|out-format=[%A-Za-z]*|info=[A-Z0-9,]+|debug=[A-Z0-9,]+|compress-choice=\w+|checksum-choice=[\w,]+)$/i;

/**
 * What the receiver runs for a sender's `rsync --server …`: the same options, if each is one that our sender uses,
 * and the volume's own path instead of any path that was asked for.
 * @throws when an option is none of ours: a receiver serves passes of our sender and nothing else
 */
export function serverArguments(args: string[], volumePath: string): string[] {
  const dot = args.lastIndexOf('.');
  if (args[0] !== '--server' || dot !== args.length - 2) {
    throw new Error('not the command line of a receiving rsync server');
  }
  const options = args.slice(1, dot);
  for (const option of options) {
    if (!/^-([A-Za-z][A-Za-z0-9.]*|@-1)$/.test(option) && !allowedLong.test(option)) {
      throw new Error(`rsync option ${option} is not allowed`);
    }
  }
  return ['--server', ...options, '.', `${volumePath}/`];
}

const exitMeanings: Record<number, string> = {
  1: 'wrong options',
  2: 'the two rsync versions do not understand each other',
  3: 'a directory could not be entered',
  5: 'the protocol could not be started',
  10: 'socket error',
  11: 'a file could not be read or written',
  12: 'the connection broke',
  13: 'an error in reporting',
  14: 'an error in the communication between its processes',
  20: 'ended by a signal',
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
  return [5, 10, 12, 30, 35, 255].includes(code);
}

export interface RsyncProgress {
  bytesDone: number;
  percent: number;
  filesChecked: number;
  filesTotal: number;
}

/** One line of --info=progress2 in the C locale: `1234  56%  1.23MB/s  0:00:01 (xfr#1, to-chk=3/9)`. */
export function parseProgress(line: string): RsyncProgress | undefined {
  const match =
    /^\s*(\d+)\s+(\d+)%\s+\S+\s+\S+(?:\s+\(xfr#\d+, (?:to|ir)-chk=(\d+)\/(\d+)\))?/.exec(
      line,
    );
  if (!match) {
    return undefined;
  }
  const total = Number(match[4] ?? 0);
  return {
    bytesDone: Number(match[1]),
    percent: Number(match[2]),
    filesChecked: total - Number(match[3] ?? 0),
    filesTotal: total,
  };
}

/** The numbers of --stats that a pass reports. */
export function parseStats(text: string): {
  files: number;
  bytesTotal: number;
  bytesSent: number;
} {
  const number = (label: string) =>
    Number(
      new RegExp(`^${label}: ([0-9,]+)`, 'm').exec(text)?.[1].replace(/,/g, '') ??
        0,
    );
  return {
    files: number('Number of files'),
    bytesTotal: number('Total file size'),
    bytesSent: number('Total bytes sent'),
  };
}

/**
 * Whether what rsync complained about is only what a living source does: files that vanished, or changed while
 * they were read.
 */
export function onlyLivingSource(stderr: string): boolean {
  const complaints = stderr
    .split('\n')
    .map(line => line.trim())
    .filter(line => line.length > 0)
    .filter(line => !/^rsync (error|warning): /.test(line));
  return complaints.every(
    line =>
      /vanished/.test(line) ||
      /failed verification -- update (discarded|put)/.test(line) ||
      /No such file or directory \(2\)$/.test(line),
  );
}
