/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { VolumeProgress } from '@namespace-migration/plugin-migration-common';

export interface Progress {
  /** 0 to 100; undefined when the total is not known yet. */
  percent?: number;
  bytesDone: number;
  bytesTotal?: number;
  filesDone: number;
  filesTotal?: number;
  bytesPerSecond?: number;
  secondsRemaining?: number;
}

const copied: Array<VolumeProgress['state']> = [
  'copied',
  'verifying',
  'verified',
];

/** How far one volume's pass is. A pass that ended is at 100, however little of it had to be sent. */
export function progressOf(volume: VolumeProgress): Progress {
  const bytesDone = volume.bytesDone ?? 0;
  const { bytesTotal } = volume;
  let percent: number | undefined;
  if (copied.includes(volume.state)) {
    percent = 100;
  } else if (volume.state === 'pending' || volume.state === 'preparing') {
    percent = 0;
  } else if (bytesTotal !== undefined) {
    percent =
      bytesTotal > 0 ? Math.min(100, (bytesDone / bytesTotal) * 100) : 0;
  }
  const copying = volume.state === 'copying';
  return {
    percent,
    bytesDone,
    bytesTotal,
    filesDone: volume.filesDone ?? 0,
    filesTotal: volume.filesTotal,
    bytesPerSecond: copying ? volume.bytesPerSecond : undefined,
    secondsRemaining: copying ? volume.secondsRemaining : undefined,
  };
}

/**
 * All volumes together: each counts with its bytes, or all alike while some have no total yet. The time left is the
 * slowest one's.
 */
export function totalProgress(volumes: VolumeProgress[]): Progress {
  const each = volumes.map(progressOf);
  const sum = (of: (progress: Progress) => number | undefined) =>
    each.reduce((total, progress) => total + (of(progress) ?? 0), 0);
  const bytesTotal = sum(p => p.bytesTotal);
  const sized =
    bytesTotal > 0 && each.every(progress => progress.bytesTotal !== undefined);
  const weight = (progress: Progress) => (sized ? progress.bytesTotal! : 1);
  const known = each.every(({ percent }) => percent !== undefined);
  const remaining = each
    .map(({ secondsRemaining }) => secondsRemaining)
    .filter((value): value is number => value !== undefined);
  return {
    percent:
      known && each.length > 0
        ? sum(p => p.percent! * weight(p)) / sum(weight)
        : undefined,
    bytesDone: sum(p => p.bytesDone),
    bytesTotal: bytesTotal || undefined,
    filesDone: sum(p => p.filesDone),
    filesTotal: sum(p => p.filesTotal) || undefined,
    bytesPerSecond: sum(p => p.bytesPerSecond) || undefined,
    secondsRemaining: remaining.length ? Math.max(...remaining) : undefined,
  };
}
