/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { SendConfig } from '@namespace-migration/plugin-migration-common';
import { MoverError } from './output';

/** rsync keeps a quiet connection alive by itself; one that is silent for so long is broken. */
const TIMEOUT_SECONDS = 300;

/**
 * The sender's command line. Kept: hard links, ACLs, xattrs, sparse files, numeric owners, special files.
 *
 * --inplace: a second copy of each changed file would need its room again, and a destination is often hardly
 * larger than its largest file; and a 256 MiB file with few changes takes a third of the time (peers' numbers).
 * Nobody reads the destination during a pass, and a file that was left half written has not the source's time, so
 * the next pass takes it again. Its danger, writing through a hard link that the source does not have, is removed
 * before the pass (`links.ts`). Holes are kept in place too since rsync 3.1.3.
 *
 * Delta is always allowed: without an older copy it costs nothing, with one it saves the writing.
 */
export function senderArguments(
  config: Pick<SendConfig, 'volume' | 'bandwidthLimitKiB' | 'unprivileged'>,
  connectCommand: string,
  /** Only the files of this list, beside other streams; see `sendStreams`. */
  list?: string,
): string[] {
  return [
    ...(list
      ? ['-aAXSO', '--from0', `--files-from=${list}`]
      : ['-aHAXS', '--delete-during']),
    '--numeric-ids',
    // Who is not root cannot open a read-only file to change it in place, and can make no devices.
    ...(config.unprivileged ? ['--no-devices'] : ['--inplace']),
    '--force',
    // The whole list first: totals are known from the start.
    '--no-inc-recursive',
    // Times are compared to the nanosecond; otherwise a directory or link that was made within the second keeps
    // the time at which it was made on the destination.
    '--modify-window=-1',
    `--timeout=${TIMEOUT_SECONDS}`,
    '--exclude=/lost+found',
    // The same as `isForeignAttribute`.
    ...(config.unprivileged ? [] : ['--filter=+x security.capability']),
    '--filter=-x security.*',
    '--filter=-x trusted.*',
    // ACLs go their own way; a filter lets them be taken for attributes too, which others than root then store as user.*
    ...(config.unprivileged ? ['--filter=-x system.*'] : []),
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

/**
 * Letters of `-aHAXS` and of what rsync itself adds; `R`, `O` and `d` for a stream's list of files. Not `s`: with it the server would read further arguments
 * from the connection, past every check.
 */
const allowedShort = /^-[vlHogDtpAXrSROd]+e[0-9]*\.[A-Za-z]*$/;

const allowedLong =
  /^(-@-1|--(delete|delete-during|force|specials|partial|inplace|numeric-ids|stats|modify-window=-1|timeout=\d+|bwlimit=\d+|log-format=[%A-Za-z]*|info=[A-Z0-9,]+))$/i;

/**
 * What the receiver runs for a sender's `rsync --server …`: the same options, if each is one that our sender uses,
 * and the volume's own path instead of any path that was asked for.
 * @throws MoverError HelloRefused: a receiver serves passes of our sender and nothing else
 */
export function serverArguments(args: string[], volumePath: string): string[] {
  const options = args.slice(1, -2);
  if (args[0] !== '--server' || args[args.length - 2] !== '.') {
    throw new MoverError(
      'HelloRefused',
      'not the command line of a receiving rsync server',
    );
  }
  for (const option of options) {
    if (!allowedShort.test(option) && !allowedLong.test(option)) {
      throw new MoverError(
        'HelloRefused',
        `rsync option ${option} is not allowed`,
      );
    }
  }
  return ['--server', ...options, '.', `${volumePath}/`];
}

/** The numbers of --stats that a pass reports. */
export function parseStats(text: string): {
  files: number;
  filesSent: number;
  deleted: number;
  bytesTotal: number;
  bytesSent: number;
} {
  const number = (label: string) =>
    Number(
      new RegExp(`^${label}: ([0-9,]+)`, 'm')
        .exec(text)?.[1]
        .replace(/,/g, '') ?? 0,
    );
  return {
    files: number('Number of files'),
    filesSent: number('Number of regular files transferred'),
    deleted: number('Number of deleted files'),
    bytesTotal: number('Total file size'),
    bytesSent: number('Total bytes sent'),
  };
}
