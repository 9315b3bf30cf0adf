/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */

import { NotCompared } from './configs';
import { ImageMessage } from './imageMessages';

/** Fields of a volume's entry that a comparison looks at. */
export type DifferenceField =
  | 'missing'
  | 'unexpected'
  | 'type'
  | 'size'
  | 'mode'
  | 'owner'
  | 'group'
  | 'mtime'
  | 'linkTarget'
  | 'hardLinks'
  | 'device'
  | 'xattrs'
  | 'content'
  | 'unreadable';

/** One JSON line of a mover's output. */
export type MoverMessage =
  | { type: 'started'; role: string; version: string }
  | { type: 'listening'; port: number }
  | { type: 'log'; level: 'info' | 'warning' | 'error'; message: string }
  | {
      type: 'progress';
      volume: string;
      bytesDone: number;
      bytesTotal?: number;
      filesDone?: number;
      filesTotal?: number;
      bytesPerSecond?: number;
      secondsRemaining?: number;
    }
  | {
      type: 'difference';
      volume: string;
      /** For people; bytes that are not UTF-8 are replaced. */
      path: string;
      /** The path's true bytes. */
      pathBase64: string;
      field: DifferenceField;
      source?: string;
      destination?: string;
    }
  | ImageMessage
  | MoverResult;

/** The last line, and what is in the pod's termination message. */
export type MoverResult = { type: 'result' } & (
  | { ok: false; error: MoverFailure }
  | { ok: true; outcome: MoverOutcome }
);

export interface MoverFailure {
  /** CamelCase, for example EndpointUnreachable, StaleFencingToken, NoSpaceOnDestination, PassFailed. */
  reason: string;
  message: string;
  /** NoSpaceOnDestination: what lies on the source. */
  needed?: { bytes: number; files: number };
}

export type MoverOutcome =
  | {
      kind: 'pass';
      volume: string;
      pass: 'bulk' | 'final';
      files: number;
      bytesTotal: number;
      bytesSent: number;
      /** Regular files whose content was sent, as a whole or in part. */
      filesSent?: number;
      /** Entries deleted on the destination. */
      deleted?: number;
      /** Paths of the destination that shared an inode although the source's do not. */
      unlinked?: number;
      /** Bulk passes only: files that vanished, and files that changed while they were read. */
      vanished: number;
      changed?: number;
      seconds: number;
      attempts: number;
    }
  | {
      kind: 'compared';
      volume: string;
      mode: 'full' | 'sample' | 'metadata';
      files: number;
      directories: number;
      others: number;
      bytes: number;
      differences: number;
      seconds: number;
      notCompared?: NotCompared[];
      /** Files that `prove` has read, and that have not changed since on either side. */
      notReadAgain?: { files: number; bytes: number };
    }
  | {
      kind: 'proven';
      volume: string;
      /** Found the same, and remembered. */
      files: number;
      bytes: number;
      seconds: number;
      /** The volume's file system does not tell reliably what has changed, so nothing was read. */
      noChangeTimes?: boolean;
    }
  | {
      kind: 'backedUp';
      volume: string;
      /** Id of the snapshot in the repository. */
      snapshot: string;
      files: number;
      bytesTotal: number;
      /** Added to the repository, compressed. */
      bytesSent: number;
      /** Bulk passes only. */
      vanished: number;
      /** restic leaves them out. */
      sockets: SocketEntry[];
      seconds: number;
    }
  | {
      kind: 'restored';
      volume: string;
      files: number;
      bytesTotal: number;
      /** Written; the rest was there. */
      bytesWritten: number;
      deleted: number;
      seconds: number;
    }
  | { kind: 'probed'; milliseconds: number }
  | { kind: 'usage'; volumes: VolumeUsage[] }
  | {
      kind: 'fingerprint';
      volume: string;
      /** SHA-256 over the metadata of every path, or over a device's content. */
      digest: string;
      files: number;
      directories: number;
      bytes: number;
      seconds: number;
    }
  | {
      kind: 'reached';
      unreachable: Array<{ target: string; error: string }>;
    }
  | { kind: 'received' }
  | {
      kind: 'images';
      /** Those that failed are told one by one in the log. */
      done: number;
      failed: number;
      /** Received from sources. */
      bytes: number;
      seconds: number;
    };

/** A socket on a volume: nothing but its place in the file system. */
export interface SocketEntry {
  /** Path below the root in base64. */
  path: string;
  mode: number;
  uid: number;
  gid: number;
  /** mtime in nanoseconds. */
  mtime: string;
}

export interface VolumeUsage {
  volume: string;
  /** Bytes allocated to the files. */
  usedBytes: number;
  apparentBytes: number;
  files: number;
  /** Nothing but lost+found. */
  empty: boolean;
  /** Directories that this mover may not read; what lies in them is not counted. */
  unreadable: number;
  /** Of the file system that holds the volume. */
  capacityBytes: number;
  availableBytes: number;
}

/** A message with what every line carries. */
export type MoverLine = MoverMessage & {
  time: string;
  migrationId: string;
  fencingToken: number;
};

const messageTypes = new Set([
  'started',
  'listening',
  'log',
  'progress',
  'difference',
  'image',
  'result',
]);

/** The message in a line of a mover's output; undefined when the line is something else, for example torn by a kill. */
export function parseMoverLine(line: string): MoverLine | undefined {
  if (!line.startsWith('{')) {
    return undefined;
  }
  try {
    const value = JSON.parse(line);
    return messageTypes.has(value.type) &&
      typeof value.time === 'string' &&
      typeof value.migrationId === 'string' &&
      Number.isInteger(value.fencingToken)
      ? (value as MoverLine)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The result in a pod's termination message. */
export function parseMoverResult(text: string): MoverResult | undefined {
  const line = parseMoverLine(text.trim());
  return line?.type === 'result' ? line : undefined;
}
