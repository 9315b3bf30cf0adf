/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { VolumeProgress } from '@namespace-migration/plugin-migration-common';
import type { Translate } from '../translation';
import { formatBytes } from './formatBytes';
import { formatCount } from './formatCount';
import { formatSeconds } from './formatSeconds';
import { Progress, progressOf } from './volumeProgress';

/** How far a volume is, in a line: bytes, files, rate, time left; or what was compared. */
export function describeProgress(volume: VolumeProgress, t: Translate): string {
  if (volume.proof) {
    const { files, bytes, differences } = volume.proof;
    return [
      t('progress.compared', {
        count: files,
        bytes: formatBytes(bytes),
        files: formatCount(files),
      }),
      t('progress.differences', {
        count: differences,
        number: formatCount(differences),
      }),
    ].join(' · ');
  }
  const progress = progressOf(volume);
  const { bytesPerSecond, secondsRemaining } = progress;
  const { endpoint, vanishedFiles } = volume;
  const parts = [
    bytesOf(progress, t),
    filesOf(progress, t),
    bytesPerSecond &&
      t('progress.rate', { bytes: formatBytes(bytesPerSecond) }),
    secondsRemaining !== undefined &&
      t('progress.left', { time: formatSeconds(secondsRemaining) }),
    endpoint && t('progress.over', { endpoint }),
    vanishedFiles &&
      t('progress.vanished', {
        count: vanishedFiles,
        number: formatCount(vanishedFiles),
      }),
  ];
  return parts.filter(Boolean).join(' · ');
}

function bytesOf({ bytesDone, bytesTotal }: Progress, t: Translate): string {
  const done = formatBytes(bytesDone);
  const total = bytesTotal === undefined ? done : formatBytes(bytesTotal);
  return total === done ? done : t('progress.bytesOf', { done, total });
}

function filesOf({ filesDone, filesTotal }: Progress, t: Translate): string {
  const done = formatCount(filesDone);
  return filesTotal === undefined || filesTotal === filesDone
    ? t('progress.files', { count: filesDone, done })
    : t('progress.filesOf', {
        count: filesTotal,
        done,
        total: formatCount(filesTotal),
      });
}
